import IR

/// What kinds of inexact arithmetic went into a value or a buffer, which decides how closely it must
/// agree with a recorded one.
public struct ArithmeticProfile: Hashable, Sendable {
  /// Something rounds in a way that implementations may choose: another order of summation,
  /// another approximation.
  public var isInexact = false
  /// A matrix product rounds its operands before it multiplies.
  public var roundsOperands = false
  /// Sums or products of floats are formed over this many elements; 1 without any.
  public var reductionLength = 1
  /// The narrowest float type in which something is computed, or to which it is rounded after it was
  /// computed, that may round differently.
  public var narrowest: ScalarType?
  /// A register that says where or when a program ran, such as `%smid`: no two runs agree on it.
  public var deviceRegister: String?

  /// Nothing inexact.
  public init() {}

  /// Adds what went into `other`.
  mutating func merge(_ other: ArithmeticProfile) {
    isInexact = isInexact || other.isInexact
    roundsOperands = roundsOperands || other.roundsOperands
    reductionLength = max(reductionLength, other.reductionLength)
    if let type = other.narrowest { narrow(to: type) }
    deviceRegister = [deviceRegister, other.deviceRegister].compactMap { $0 }.min()
  }

  /// Adds an inexact operation with a result of `type`, if that is a float.
  mutating func note(_ type: ScalarType?) {
    guard let type, type.isFloat else { return }
    isInexact = true
    narrow(to: type)
  }

  /// Adds a sum or product over `length` elements.
  mutating func lengthen(to length: Int) { reductionLength = max(reductionLength, length) }

  private mutating func narrow(to type: ScalarType) {
    // Of two types of one width the one with fewer bits of fraction is the narrower.
    let isNarrower = narrowest.map { (type.bitWidth, type.fraction) < ($0.bitWidth, $0.fraction) }
    if isNarrower ?? true { narrowest = type }
  }
}

extension ScalarType {
  /// How many bits of fraction a float has.
  fileprivate var fraction: Int {
    switch self {
    case .f8E5M2, .f8E5M2FNUZ: 2
    case .f8E4M3FN, .f8E4M3FNUZ: 3
    case .bf16: 7
    case .f16: 10
    case .f32: 23
    default: 52
    }
  }
}
