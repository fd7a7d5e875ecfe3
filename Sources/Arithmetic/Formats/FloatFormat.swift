/// How the bits of one number make a floating-point value.
///
/// Named as MLIR names its types. A value is held in the low bits of a `UInt64`, the sign on top,
/// then the exponent, then the mantissa; `tf32` alone is held as PTX does, in the upper 19 bits of
/// 32. The microscaling formats follow the OCP Microscaling Formats specification, version 1.0.
public enum FloatFormat: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// Four exponent bits, three of mantissa, no infinity; NaN is all ones.
  case f8E4M3FN
  /// As `f8E4M3FN` with bias 8; NaN is where minus zero would be.
  case f8E4M3FNUZ
  /// Five exponent bits, two of mantissa, with infinities and NaN as in IEEE 754.
  case f8E5M2
  /// As `f8E5M2` with bias 16 and no infinity; NaN is where minus zero would be.
  case f8E5M2FNUZ
  /// Triton's `float8e4b15`: bias 15, neither infinity nor NaN; nothing rounds to above 1.75.
  /// Triton converts to it from `f16` only, with ties away from zero.
  case f8E4M3B15
  /// IEEE 754 binary16.
  case f16
  /// The upper half of an `f32`.
  case bf16
  /// An `f32` with ten bits of mantissa; the lowest 13 bits of the carrier are not read.
  case tf32
  /// IEEE 754 binary32.
  case f32
  /// IEEE 754 binary64.
  case f64
  /// 4 bits: 0, 0.5, 1, 1.5, 2, 3, 4, 6 and their negatives.
  case f4E2M1FN
  /// 6 bits with three of mantissa; neither infinity nor NaN.
  case f6E2M3FN
  /// 6 bits with two of mantissa; neither infinity nor NaN.
  case f6E3M2FN
  /// A scale: the power of two `bits - 127`, without sign or zero; NaN is all ones.
  case f8E8M0FNU

  /// What the patterns that are not finite numbers look like.
  public enum SpecialValues: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// The largest exponent holds infinity and NaN.
    case infinityAndNaN
    /// Only the magnitude of all ones is NaN; there is no infinity.
    case nanIsAllOnes
    /// Only the pattern of minus zero is NaN; there is no infinity.
    case nanIsMinusZero
    /// Every pattern is a finite number.
    case none
  }

  /// How many bits a value has.
  @inlinable
  public var bitWidth: Int {
    switch self {
    case .f4E2M1FN: 4
    case .f6E2M3FN, .f6E3M2FN: 6
    case .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ, .f8E4M3B15, .f8E8M0FNU: 8
    case .f16, .bf16: 16
    case .tf32: 19
    case .f32: 32
    case .f64: 64
    }
  }

  /// How many zero bits lie below a value in its carrier: 13 for `tf32`.
  @inlinable
  public var carrierShift: Int { self == .tf32 ? 13 : 0 }

  /// How many bits the exponent has.
  @inlinable
  public var exponentBits: Int { bitWidth - mantissaBits - (hasSign ? 1 : 0) }

  /// How many bits the mantissa has, without the hidden one.
  @inlinable
  public var mantissaBits: Int {
    switch self {
    case .f8E8M0FNU: 0
    case .f4E2M1FN: 1
    case .f8E5M2, .f8E5M2FNUZ, .f6E3M2FN: 2
    case .f8E4M3FN, .f8E4M3FNUZ, .f8E4M3B15, .f6E2M3FN: 3
    case .bf16: 7
    case .f16, .tf32: 10
    case .f32: 23
    case .f64: 52
    }
  }

  /// What is subtracted from the exponent field of a normal number.
  @inlinable
  public var bias: Int {
    switch self {
    case .f4E2M1FN, .f6E2M3FN: 1
    case .f6E3M2FN: 3
    case .f8E4M3FN: 7
    case .f8E4M3FNUZ: 8
    case .f8E5M2, .f8E4M3B15, .f16: 15
    case .f8E5M2FNUZ: 16
    case .bf16, .tf32, .f32, .f8E8M0FNU: 127
    case .f64: 1023
    }
  }

  /// Which patterns are not finite numbers.
  @inlinable
  public var specialValues: SpecialValues {
    switch self {
    case .f8E5M2, .f16, .bf16, .tf32, .f32, .f64: .infinityAndNaN
    case .f8E4M3FN, .f8E8M0FNU: .nanIsAllOnes
    case .f8E4M3FNUZ, .f8E5M2FNUZ: .nanIsMinusZero
    case .f8E4M3B15, .f4E2M1FN, .f6E2M3FN, .f6E3M2FN: .none
    }
  }

  /// Whether negative numbers exist.
  @inlinable
  public var hasSign: Bool { self != .f8E8M0FNU }

  /// Whether there are infinities.
  @inlinable
  public var hasInfinity: Bool { specialValues == .infinityAndNaN }

  /// Whether there is a NaN.
  @inlinable
  public var hasNaN: Bool { specialValues != .none }

  /// The name in MLIR's text, or Triton's where MLIR has none.
  public var name: String {
    switch self {
    case .f8E4M3B15: "fp8e4b15"
    default: "\(self)"
    }
  }
}
