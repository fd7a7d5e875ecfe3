import PTX
import Support

extension FunctionDecoder {
  /// An instruction that computes one value from others of one type; nil for other roots.
  mutating func decodeArithmetic(_ root: String) throws(Diagnostic) -> DecodedInstruction? {
    let type = lastType
    let isFloat = Self.isFloat(type)
    switch root {
    case "add", "sub":
      let isAdd = root == "add"
      if isFloat { return try lanewise(isAdd ? .floatAdd : .floatSub, type, sources: 2) }
      if type.isPacked { return try lanewise(.addPacked, type, sources: 2) }
      if has("sat") {
        return try lanewise(isAdd ? .addSaturating : .subSaturating, type, sources: 2)
      }
      return try lanewise(isAdd ? .add : .sub, type, sources: 2)
    case "mul":
      if isFloat { return try lanewise(.floatMul, type, sources: 2) }
      return try lanewise(
        has("wide") ? .mulWide : has("hi") ? .mulHi : .mulLo, type, sources: 2)
    case "mad":
      if has("wide") {
        var decoded = try lanewise(.madWide, type, sources: 2)
        try setSource(&decoded, 2, try operand(3), as: type.bitWidth == 16 ? .b32 : .b64)
        return decoded
      }
      if has("sat") { return try lanewise(.madHiSaturating, type, sources: 3) }
      return try lanewise(has("hi") ? .madHi : .madLo, type, sources: 3)
    case "fma": return try lanewise(.floatFMA, type, sources: 3)
    case "div":
      if !isFloat { return try lanewise(.div, type, sources: 2) }
      return try lanewise(
        has("approx") || has("full") ? .divApproximate : .floatDiv, type, sources: 2)
    case "rem": return try lanewise(.rem, type, sources: 2)
    case "min", "max":
      let isMin = root == "min"
      if isFloat { return try lanewise(isMin ? .floatMin : .floatMax, type, sources: 2) }
      if type.isPacked { return try lanewise(isMin ? .minPacked : .maxPacked, type, sources: 2) }
      return try lanewise(isMin ? .min : .max, type, sources: 2)
    case "abs": return try lanewise(isFloat ? .floatAbs : .abs, type, sources: 1)
    case "neg": return try lanewise(isFloat ? .floatNeg : .neg, type, sources: 1)
    case "copysign": return try lanewise(.copySign, type, sources: 2)
    case "rcp":
      return try lanewise(
        has("approx") ? .reciprocalApproximate : .floatReciprocal, type, sources: 1)
    case "sqrt":
      return try lanewise(
        has("approx") ? .squareRootApproximate : .floatSquareRoot, type, sources: 1)
    case "rsqrt": return try lanewise(.reciprocalSquareRootApproximate, type, sources: 1)
    case "sin": return try lanewise(.sine, type, sources: 1)
    case "cos": return try lanewise(.cosine, type, sources: 1)
    case "lg2": return try lanewise(.logarithm2, type, sources: 1)
    case "ex2": return try lanewise(.exponential2, type, sources: 1)
    case "tanh": return try lanewise(.tangentHyperbolic, type, sources: 1)
    case "dp4a":
      var decoded = try lanewise(.dotProduct, .b32, sources: 3)
      (decoded.sourceType, decoded.type) = (types[0], types[1])
      return decoded
    default: return try decodeBits(root, type)
    }
  }

  private mutating func decodeBits(
    _ root: String, _ type: PTXType
  ) throws(Diagnostic) -> DecodedInstruction? {
    switch root {
    case "popc": return try lanewise(.popc, type, sources: 1)
    case "clz": return try lanewise(.clz, type, sources: 1)
    case "bfind": return try lanewise(has("shiftamt") ? .bfindShift : .bfind, type, sources: 1)
    case "brev": return try lanewise(.brev, type, sources: 1)
    case "and", "or", "xor":
      if type == .pred {
        var decoded = DecodedInstruction(
          .predicate(root == "and" ? .and : root == "or" ? .or : .xor))
        decoded.result = try predicateResult(try operand(0))
        decoded.a = try predicate(try operand(1))
        decoded.b = try predicate(try operand(2))
        return decoded
      }
      return try lanewise(root == "and" ? .and : root == "or" ? .or : .xor, type, sources: 2)
    case "not":
      if type == .pred {
        var decoded = DecodedInstruction(.predicate(.not))
        decoded.result = try predicateResult(try operand(0))
        decoded.a = try predicate(try operand(1))
        return decoded
      }
      return try lanewise(.not, type, sources: 1)
    case "lop3":
      var decoded = try lanewise(.lop3, type, sources: 3)
      guard case .integer(let table) = try operand(4) else { throw notEmulated() }
      decoded.value = table
      return decoded
    case "shl", "shr":
      var decoded = try lanewise(root == "shl" ? .shl : .shr, type, sources: 1)
      try setSource(&decoded, 1, try operand(2), as: .u32)
      return decoded
    case "shf":
      let isLeft = has("l")
      return try lanewise(
        has("wrap")
          ? (isLeft ? .funnelLeftWrap : .funnelRightWrap)
          : (isLeft ? .funnelLeftClamp : .funnelRightClamp), .b32, sources: 3)
    case "prmt":
      let operation: LaneOperation =
        switch words.last {
        case "f4e": .permuteF4E
        case "b4e": .permuteB4E
        case "rc8": .permuteRC8
        case "ecl": .permuteECL
        case "ecr": .permuteECR
        case "rc16": .permuteRC16
        default: .permute
        }
      return try lanewise(operation, .b32, sources: 3)
    case "selp":
      var decoded = try lanewise(.select, type, sources: 2)
      decoded.extra = try predicate(try operand(3))
      return decoded
    default: return nil
    }
  }

  /// An operation on `sources` values of `type`, the operands after the result.
  mutating func lanewise(
    _ operation: LaneOperation, _ type: PTXType, sources: Int
  ) throws(Diagnostic) -> DecodedInstruction {
    var decoded = DecodedInstruction(.lanewise(operation))
    decoded.type = type
    decoded.sourceType = type
    setModifiers(&decoded)
    try setResult(&decoded, try operand(0))
    for number in 0..<sources {
      try setSource(&decoded, number, try operand(number + 1), as: type)
    }
    return decoded
  }

  /// Whether values of `type` are floats.
  static func isFloat(_ type: PTXType) -> Bool {
    switch type {
    case .f16, .bf16, .f32, .f64, .f16x2, .bf16x2, .tf32, .e4m3, .e5m2, .e4m3x2, .e5m2x2: true
    default: false
    }
  }
}

extension PTXType {
  /// Two 16-bit values in 32 bits.
  var isPacked: Bool {
    switch self {
    case .u16x2, .s16x2, .f16x2, .bf16x2: true
    default: false
    }
  }
}
