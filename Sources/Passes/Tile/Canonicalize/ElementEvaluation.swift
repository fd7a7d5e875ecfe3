import Arithmetic
import IR

/// How one element of the result of an operation follows from the elements of its operands.
struct ElementEvaluation {
  private let opcode: Opcode
  /// The elements of the first operand.
  private let source: ScalarType
  private let target: ScalarType
  private let comparison: UInt8
  private let propagatesNaN: Bool
  private let rounding: FloatRounding

  /// - Returns: `nil` if the elements are not numbers.
  init?(of op: OpID, in module: borrowing Module) {
    guard let source = module.type(of: module.operand(0, of: op)).scalar,
      let target = module.resultType(of: op).scalar
    else { return nil }
    (opcode, self.source, self.target) = (module.opcode(of: op), source, target)
    let integers = module.view(op, as: CompareInteger.self)?.predicate.rawValue
    let floats = module.view(op, as: CompareFloat.self)?.predicate.arithmetic.rawValue
    comparison = integers.map { UInt8($0) } ?? floats ?? 0
    propagatesNaN = module.view(op, as: Clamp.self)?.propagation == .all
    rounding =
      module.view(op, as: ConvertFloat.self)?.rounding == .towardZero ? .towardZero : .nearestEven
  }

  /// The element that follows from `operands`; `nil` if it has no meaning, or none that is exact.
  func result(of operands: [UInt64]) -> UInt64? {
    let bits = operands.map { $0.truncated(to: source.bitWidth) }
    if opcode == .select { return operands[0] & 1 != 0 ? operands[1] : operands[2] }
    if let format = source.floatFormat { return float(bits, format) }
    return bits.count == 2 ? integer(bits[0], bits[1]) : integer(bits[0])
  }
}

// MARK: - Integers

extension ElementEvaluation {
  private func integer(_ lhs: UInt64, _ rhs: UInt64) -> UInt64? {
    let width = source.bitWidth
    let shift = rhs < UInt64(width)
    return switch opcode {
    case .addi: IntegerArithmetic.add(lhs, rhs, width: width)
    case .subi: IntegerArithmetic.subtract(lhs, rhs, width: width)
    case .muli: IntegerArithmetic.multiply(lhs, rhs, width: width)
    case .mulhiui: IntegerArithmetic.multiplyHighUnsigned(lhs, rhs, width: width)
    case .divsi: IntegerArithmetic.divideSigned(lhs, rhs, width: width).meaningful
    case .divui: IntegerArithmetic.divideUnsigned(lhs, rhs, width: width).meaningful
    case .remsi: IntegerArithmetic.remainderSigned(lhs, rhs, width: width).meaningful
    case .remui: IntegerArithmetic.remainderUnsigned(lhs, rhs, width: width).meaningful
    case .andi: lhs & rhs
    case .ori: lhs | rhs
    case .xori: lhs ^ rhs
    case .shli: shift ? IntegerArithmetic.shiftLeft(lhs, by: rhs, width: width) : nil
    case .shrsi: shift ? IntegerArithmetic.shiftRightSigned(lhs, by: rhs, width: width) : nil
    case .shrui: shift ? IntegerArithmetic.shiftRightUnsigned(lhs, by: rhs, width: width) : nil
    case .minsi: IntegerArithmetic.minimumSigned(lhs, rhs, width: width)
    case .minui: min(lhs, rhs)
    case .maxsi: IntegerArithmetic.maximumSigned(lhs, rhs, width: width)
    case .maxui: max(lhs, rhs)
    case .cmpi: compare(lhs, rhs)
    default: nil
    }
  }

  private func compare(_ lhs: UInt64, _ rhs: UInt64) -> UInt64? {
    IntegerPredicate(rawValue: comparison).map {
      IntegerArithmetic.compare($0, lhs, rhs, width: source.bitWidth) ? 1 : 0
    }
  }

  private func integer(_ bits: UInt64) -> UInt64? {
    let width = source.bitWidth
    return switch opcode {
    case .absi: IntegerArithmetic.absolute(bits, width: width)
    case .extsi: IntegerArithmetic.signExtend(bits, from: width, to: target.bitWidth)
    case .extui: bits
    case .trunci: bits.truncated(to: target.bitWidth)
    case .arithBitcast, .bitcast: bits
    case .sitofp:
      target.floatFormat.map { FloatConversion.fromSigned(bits, width: width, to: $0) }
    case .uitofp: target.floatFormat.map { FloatConversion.fromUnsigned(bits, to: $0) }
    default: nil
    }
  }
}

// MARK: - Floats

extension ElementEvaluation {
  /// The functions that a machine approximates (`math.exp` and its like) are not computed here: the
  /// result would depend on where the compiler runs.
  private func float(_ bits: [UInt64], _ format: FloatFormat) -> UInt64? {
    switch bits.count {
    case 1: float(bits[0], format)
    case 2: float(bits[0], bits[1], format)
    default: float(bits[0], bits[1], bits[2], format)
    }
  }

  private func float(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64? {
    switch opcode {
    case .addf: FloatArithmetic.add(lhs, rhs, format)
    case .subf: FloatArithmetic.subtract(lhs, rhs, format)
    case .mulf: FloatArithmetic.multiply(lhs, rhs, format)
    case .divf, .preciseDivf: FloatArithmetic.divide(lhs, rhs, format)
    case .remf: FloatArithmetic.remainder(lhs, rhs, format)
    case .minimumf: FloatArithmetic.minimum(lhs, rhs, format)
    case .maximumf: FloatArithmetic.maximum(lhs, rhs, format)
    case .minnumf: FloatArithmetic.minimumNumber(lhs, rhs, format)
    case .maxnumf: FloatArithmetic.maximumNumber(lhs, rhs, format)
    case .cmpf:
      FloatPredicate(rawValue: comparison).map {
        FloatArithmetic.compare($0, lhs, rhs, format) ? 1 : 0
      }
    default: nil
    }
  }

  private func float(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ format: FloatFormat
  ) -> UInt64? {
    switch opcode {
    case .fma: FloatArithmetic.multiplyAdd(first, second, third, format)
    case .clampf:
      propagatesNaN
        ? FloatArithmetic.clamp(first, second, third, format)
        : FloatArithmetic.clampNumber(first, second, third, format)
    default: nil
    }
  }

  private func float(_ bits: UInt64, _ format: FloatFormat) -> UInt64? {
    switch opcode {
    case .negf: FloatArithmetic.negate(bits, format)
    case .absf: FloatArithmetic.absolute(bits, format)
    case .floor: FloatArithmetic.floor(bits, format)
    case .ceil: FloatArithmetic.ceil(bits, format)
    case .sqrt, .preciseSqrt: FloatArithmetic.squareRoot(bits, format)
    case .extf, .truncf, .fpToFp: converted(bits, format)
    case .arithBitcast, .bitcast: bits
    case .fptosi: signedInteger(bits, format)
    case .fptoui: unsignedInteger(bits, format)
    default: nil
    }
  }

  /// Conversions to 8 bits saturate, as Triton has it.
  private func converted(_ bits: UInt64, _ format: FloatFormat) -> UInt64? {
    target.floatFormat.map {
      FloatConversion.convert(
        bits, from: format, to: $0, rounding: rounding, saturating: target.isFloat8)
    }
  }

  /// What does not fit into the integer has no meaning.
  private func signedInteger(_ bits: UInt64, _ format: FloatFormat) -> UInt64? {
    let value = format.decode(bits).rounded(.towardZero)
    let limit = Double(sign: .plus, exponent: target.bitWidth - 1, significand: 1)
    guard value >= -limit, value < limit else { return nil }
    return FloatConversion.toSigned(bits, from: format, width: target.bitWidth)
  }

  private func unsignedInteger(_ bits: UInt64, _ format: FloatFormat) -> UInt64? {
    let value = format.decode(bits).rounded(.towardZero)
    let limit = Double(sign: .plus, exponent: target.bitWidth, significand: 1)
    guard value >= 0, value < limit else { return nil }
    return FloatConversion.toUnsigned(bits, from: format, width: target.bitWidth)
  }
}

extension IntegerQuotient {
  /// The result, unless the division has no meaning.
  fileprivate var meaningful: UInt64? { fault == nil ? bits : nil }
}
