import Arithmetic

extension AssemblyInstruction {
  /// An instruction on floats, lane by lane.
  ///
  /// Only rounding to nearest is known; approximations give the rounded exact result.
  static func float(
    _ base: String, _ modifiers: [String], _ type: AssemblyType
  ) -> AssemblyInstruction? {
    guard let format = type.format,
      modifiers.allSatisfy({ ["rn", "approx", "ftz", "NaN", "full"].contains($0) })
    else { return nil }
    let propagatesNaN = modifiers.contains("NaN")
    let one: (@escaping @Sendable (UInt64) -> UInt64) -> AssemblyInstruction = { body in
      AssemblyInstruction(1) { operands in
        type.joined((0..<type.lanes).map { body(type.lane($0, of: operands[0])) })
      }
    }
    let two: (@escaping @Sendable (UInt64, UInt64) -> UInt64) -> AssemblyInstruction = { body in
      AssemblyInstruction(2) { operands in
        type.joined(
          (0..<type.lanes).map {
            body(type.lane($0, of: operands[0]), type.lane($0, of: operands[1]))
          })
      }
    }
    switch base {
    case "add": return two { FloatArithmetic.add($0, $1, format) }
    case "sub": return two { FloatArithmetic.subtract($0, $1, format) }
    case "mul": return two { FloatArithmetic.multiply($0, $1, format) }
    case "div": return two { FloatArithmetic.divide($0, $1, format) }
    case "min":
      return two {
        propagatesNaN
          ? FloatArithmetic.minimum($0, $1, format) : FloatArithmetic.minimumNumber($0, $1, format)
      }
    case "max":
      return two {
        propagatesNaN
          ? FloatArithmetic.maximum($0, $1, format) : FloatArithmetic.maximumNumber($0, $1, format)
      }
    case "fma":
      return AssemblyInstruction(3) { operands in
        type.joined(
          (0..<type.lanes).map { lane in
            FloatArithmetic.multiplyAdd(
              type.lane(lane, of: operands[0]), type.lane(lane, of: operands[1]),
              type.lane(lane, of: operands[2]), format)
          })
      }
    case "neg": return one { FloatArithmetic.negate($0, format) }
    case "abs": return one { FloatArithmetic.absolute($0, format) }
    case "sqrt": return one { FloatArithmetic.squareRoot($0, format) }
    case "rsqrt": return one { FloatArithmetic.reciprocalSquareRoot($0, format) }
    case "rcp": return one { FloatArithmetic.divide(format.one, $0, format) }
    case "ex2": return one { FloatArithmetic.exp2($0, format) }
    case "lg2": return one { FloatArithmetic.log2($0, format) }
    case "sin": return one { FloatArithmetic.sin($0, format) }
    case "cos": return one { FloatArithmetic.cos($0, format) }
    case "tanh": return one { FloatArithmetic.tanh($0, format) }
    default: return nil
    }
  }

  /// `cvt` with its modifiers, of which the last is the type of the result.
  static func conversion(_ modifiers: [String], to source: AssemblyType) -> AssemblyInstruction? {
    guard let target = modifiers.last.flatMap({ AssemblyType($0) }) else { return nil }
    let flags = Set(modifiers.dropLast())
    let roundings: [String: FloatRounding] = [
      "rn": .nearestEven, "rna": .nearestAway, "rz": .towardZero, "rm": .down, "rp": .up,
      "rni": .nearestEven, "rzi": .towardZero, "rmi": .down, "rpi": .up,
    ]
    let known = flags.subtracting(["ftz", "sat", "satfinite"])
    guard known.count <= 1, !flags.contains("sat"), known.allSatisfy({ roundings[$0] != nil })
    else { return nil }
    let rounding = known.first.flatMap { roundings[$0] } ?? .nearestEven
    let saturating = flags.contains("satfinite")
    guard
      let convert = converter(from: source, to: target, rounding: rounding, saturating: saturating)
    else { return nil }
    if target.lanes == 2, source.lanes == 1 {
      // The first operand becomes the upper half.
      return AssemblyInstruction(2) { target.joined([convert($0[1]), convert($0[0])]) }
    }
    guard target.lanes == source.lanes else { return nil }
    return AssemblyInstruction(1) { operands in
      target.joined((0..<source.lanes).map { convert(source.lane($0, of: operands[0])) })
    }
  }

  private static func converter(
    from source: AssemblyType, to target: AssemblyType, rounding: FloatRounding, saturating: Bool
  ) -> (@Sendable (UInt64) -> UInt64)? {
    switch (source.format, target.format) {
    case (let from?, let to?):
      return {
        FloatConversion.convert($0, from: from, to: to, rounding: rounding, saturating: saturating)
      }
    case (let from?, nil):
      return {
        target.isSigned
          ? FloatConversion.toSigned($0, from: from, width: target.width, rounding: rounding)
          : FloatConversion.toUnsigned($0, from: from, width: target.width, rounding: rounding)
      }
    case (nil, let to?):
      return {
        source.isSigned
          ? FloatConversion.fromSigned($0, width: source.width, to: to, rounding: rounding)
          : FloatConversion.fromUnsigned($0, to: to, rounding: rounding)
      }
    case (nil, nil):
      return {
        source.isSigned && target.width > source.width
          ? IntegerArithmetic.signExtend($0, from: source.width, to: target.width)
          : IntegerArithmetic.truncate($0, to: target.width)
      }
    }
  }
}
