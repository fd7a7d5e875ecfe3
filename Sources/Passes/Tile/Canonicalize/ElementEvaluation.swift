import Arithmetic
import IR

/// How one element of the result of an operation follows from the elements of its operands.
struct ElementEvaluation {
  private let rule: ElementRule
  /// The elements of the first operand.
  private let source: ScalarType
  private let target: ScalarType
  private let integerPredicate: IntegerPredicate?
  private let floatPredicate: FloatPredicate?
  private let propagatesNaN: Bool
  private let rounding: FloatRounding

  /// - Returns: `nil` if the elements are not numbers, or not computed.
  init?(of op: OpID, in module: borrowing Module) {
    guard let source = module.type(of: module.operand(0, of: op)).scalar,
      let target = module.resultType(of: op).scalar
    else { return nil }
    rule = module.opcode(of: op).elementRule
    if case .none = rule { return nil }
    (self.source, self.target) = (source, target)
    integerPredicate = module.view(op, as: CompareInteger.self)
      .flatMap { IntegerPredicate(rawValue: UInt8($0.predicate.rawValue)) }
    floatPredicate = module.view(op, as: CompareFloat.self)?.predicate.arithmetic
    propagatesNaN = module.view(op, as: Clamp.self)?.propagation == .all
    rounding =
      module.view(op, as: ConvertFloat.self)?.rounding == .towardZero ? .towardZero : .nearestEven
  }

  /// The element that follows from `operands`; `nil` if it has no meaning.
  func result(of operands: [UInt64]) -> UInt64? {
    if case .select = rule { return operands[0] & 1 != 0 ? operands[1] : operands[2] }
    let bits = operands.map { $0.truncated(to: source.bitWidth) }
    if let format = source.floatFormat { return ofFloats(bits, format) }
    return ofIntegers(bits, width: source.bitWidth)
  }

  private func ofIntegers(_ bits: [UInt64], width: Int) -> UInt64? {
    switch rule {
    case .integers(let function): function(bits[0], bits[1], width)
    case .integer(let function): function(bits[0], width)
    case .compareIntegers:
      integerPredicate.map {
        IntegerArithmetic.compare($0, bits[0], bits[1], width: width) ? 1 : 0
      }
    case .signExtension: IntegerArithmetic.signExtend(bits[0], from: width, to: target.bitWidth)
    case .truncation: bits[0].truncated(to: target.bitWidth)
    case .sameBits: bits[0]
    case .signedToFloat:
      target.floatFormat.map { FloatConversion.fromSigned(bits[0], width: width, to: $0) }
    case .unsignedToFloat:
      target.floatFormat.map { FloatConversion.fromUnsigned(bits[0], to: $0) }
    case .none, .floats, .float, .multiplyAdd, .clamp, .select, .compareFloats, .floatConversion,
      .floatToSigned, .floatToUnsigned:
      nil
    }
  }

  private func ofFloats(_ bits: [UInt64], _ format: FloatFormat) -> UInt64? {
    switch rule {
    case .floats(let function): function(bits[0], bits[1], format)
    case .float(let function): function(bits[0], format)
    case .compareFloats:
      floatPredicate.map { FloatArithmetic.compare($0, bits[0], bits[1], format) ? 1 : 0 }
    case .multiplyAdd: FloatArithmetic.multiplyAdd(bits[0], bits[1], bits[2], format)
    case .clamp:
      propagatesNaN
        ? FloatArithmetic.clamp(bits[0], bits[1], bits[2], format)
        : FloatArithmetic.clampNumber(bits[0], bits[1], bits[2], format)
    case .floatConversion: converted(bits[0], format)
    case .sameBits: bits[0]
    case .floatToSigned: signedInteger(bits[0], format)
    case .floatToUnsigned: unsignedInteger(bits[0], format)
    case .none, .integers, .integer, .select, .compareIntegers, .signExtension, .truncation,
      .signedToFloat, .unsignedToFloat:
      nil
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

  /// What does not fit into the integer has no meaning.
  private func unsignedInteger(_ bits: UInt64, _ format: FloatFormat) -> UInt64? {
    let value = format.decode(bits).rounded(.towardZero)
    let limit = Double(sign: .plus, exponent: target.bitWidth, significand: 1)
    guard value >= 0, value < limit else { return nil }
    return FloatConversion.toUnsigned(bits, from: format, width: target.bitWidth)
  }
}
