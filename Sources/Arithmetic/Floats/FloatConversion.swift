/// Conversions between formats and integers, each rounded once.
public enum FloatConversion {
  /// The value of `bits` in another format (MLIR's `extf` and `truncf`, PTX's `cvt`).
  ///
  /// - Parameter saturating: whether values too large become the largest finite one, as Triton's
  ///   conversions to 8-bit formats have it.
  @inlinable
  public static func convert(
    _ bits: UInt64, from source: FloatFormat, to target: FloatFormat,
    rounding: FloatRounding = .nearestEven, saturating: Bool = false
  ) -> UInt64 {
    source == .f64
      ? target.encode(Double(bitPattern: bits), rounding: rounding, saturating: saturating)
      : target.encode(source.decodeToFloat(bits), rounding: rounding, saturating: saturating)
  }

  /// A signed integer of `width` bits as a float.
  @inlinable
  public static func fromSigned(
    _ bits: UInt64, width: Int, to format: FloatFormat, rounding: FloatRounding = .nearestEven
  ) -> UInt64 {
    let value = IntegerArithmetic.signed(bits, width: width)
    return format.encode(
      negative: value < 0, significand: value.magnitude, exponent: 0, rounding: rounding)
  }

  /// An unsigned integer as a float.
  @inlinable
  public static func fromUnsigned(
    _ bits: UInt64, to format: FloatFormat, rounding: FloatRounding = .nearestEven
  ) -> UInt64 {
    format.encode(negative: false, significand: bits, exponent: 0, rounding: rounding)
  }

  /// A float as a signed integer of `width` bits: out of range it is the nearest one in range.
  ///
  /// A NaN is zero, but from `f64` or to 64 bits it is the smallest value (PTX ISA, "cvt").
  @inlinable
  public static func toSigned(
    _ bits: UInt64, from format: FloatFormat, width: Int, rounding: FloatRounding = .towardZero
  ) -> UInt64 {
    let value = format.decode(bits)
    if value.isNaN { return integerForNaN(format, width: width) }
    let rounded = value.rounded(rounding.integerRule)
    let limit = Double(sign: .plus, exponent: width - 1, significand: 1)
    if rounded >= limit { return IntegerArithmetic.signedMaximum(width) }
    if rounded < -limit { return IntegerArithmetic.signedMinimum(width) }
    return UInt64(bitPattern: Int64(rounded)) & IntegerArithmetic.mask(width)
  }

  /// A float as an unsigned integer of `width` bits: out of range it is the nearest one in range.
  ///
  /// A NaN is zero, but from `f64` or to 64 bits it is 2^(width - 1) (PTX ISA, "cvt").
  @inlinable
  public static func toUnsigned(
    _ bits: UInt64, from format: FloatFormat, width: Int, rounding: FloatRounding = .towardZero
  ) -> UInt64 {
    let value = format.decode(bits)
    if value.isNaN { return integerForNaN(format, width: width) }
    let rounded = value.rounded(rounding.integerRule)
    if rounded >= Double(sign: .plus, exponent: width, significand: 1) {
      return IntegerArithmetic.mask(width)
    }
    return rounded <= 0 ? 0 : UInt64(rounded)
  }

  /// What a NaN becomes as an integer.
  @inlinable
  static func integerForNaN(_ format: FloatFormat, width: Int) -> UInt64 {
    format == .f64 || width == 64 ? IntegerArithmetic.signedMinimum(width) : 0
  }
}
