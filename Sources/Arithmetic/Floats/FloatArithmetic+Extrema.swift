/// The smaller and the larger of two values.
///
/// Minus zero counts as smaller than zero, as in PTX's `min` and `max` ("Floating Point
/// Instructions: min, max"). The plain forms give NaN if one operand is NaN (`.NaN`, MLIR's
/// `minimumf` and `maximumf`); the `Number` forms give the other operand (MLIR's `minnumf` and
/// `maxnumf`), and NaN for two NaNs.
extension FloatArithmetic {
  /// The smaller value, or NaN if one is NaN.
  @inlinable
  public static func minimum(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    format == .f64
      ? pack(minimum(format.decode(lhs), format.decode(rhs)), format)
      : pack(minimum(format.decodeToFloat(lhs), format.decodeToFloat(rhs)), format)
  }

  /// The smaller value, or NaN if one is NaN.
  @inlinable @inline(__always)
  public static func minimum(_ lhs: Float, _ rhs: Float) -> Float {
    if lhs.isNaN || rhs.isNaN { return .nan }
    return lhs < rhs || (lhs == rhs && lhs.sign == .minus) ? lhs : rhs
  }

  /// The smaller value, or NaN if one is NaN.
  @inlinable @inline(__always)
  public static func minimum(_ lhs: Double, _ rhs: Double) -> Double {
    if lhs.isNaN || rhs.isNaN { return .nan }
    return lhs < rhs || (lhs == rhs && lhs.sign == .minus) ? lhs : rhs
  }

  /// The larger value, or NaN if one is NaN.
  @inlinable
  public static func maximum(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    format == .f64
      ? pack(maximum(format.decode(lhs), format.decode(rhs)), format)
      : pack(maximum(format.decodeToFloat(lhs), format.decodeToFloat(rhs)), format)
  }

  /// The larger value, or NaN if one is NaN.
  @inlinable @inline(__always)
  public static func maximum(_ lhs: Float, _ rhs: Float) -> Float {
    if lhs.isNaN || rhs.isNaN { return .nan }
    return lhs > rhs || (lhs == rhs && lhs.sign == .plus) ? lhs : rhs
  }

  /// The larger value, or NaN if one is NaN.
  @inlinable @inline(__always)
  public static func maximum(_ lhs: Double, _ rhs: Double) -> Double {
    if lhs.isNaN || rhs.isNaN { return .nan }
    return lhs > rhs || (lhs == rhs && lhs.sign == .plus) ? lhs : rhs
  }

  /// The smaller value that is not NaN.
  @inlinable
  public static func minimumNumber(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    format == .f64
      ? pack(minimumNumber(format.decode(lhs), format.decode(rhs)), format)
      : pack(minimumNumber(format.decodeToFloat(lhs), format.decodeToFloat(rhs)), format)
  }

  /// The smaller value that is not NaN.
  @inlinable @inline(__always)
  public static func minimumNumber(_ lhs: Float, _ rhs: Float) -> Float {
    if rhs.isNaN { return lhs }
    return lhs < rhs || (lhs == rhs && lhs.sign == .minus) ? lhs : rhs
  }

  /// The smaller value that is not NaN.
  @inlinable @inline(__always)
  public static func minimumNumber(_ lhs: Double, _ rhs: Double) -> Double {
    if rhs.isNaN { return lhs }
    return lhs < rhs || (lhs == rhs && lhs.sign == .minus) ? lhs : rhs
  }

  /// The larger value that is not NaN.
  @inlinable
  public static func maximumNumber(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    format == .f64
      ? pack(maximumNumber(format.decode(lhs), format.decode(rhs)), format)
      : pack(maximumNumber(format.decodeToFloat(lhs), format.decodeToFloat(rhs)), format)
  }

  /// The larger value that is not NaN.
  @inlinable @inline(__always)
  public static func maximumNumber(_ lhs: Float, _ rhs: Float) -> Float {
    if rhs.isNaN { return lhs }
    return lhs > rhs || (lhs == rhs && lhs.sign == .plus) ? lhs : rhs
  }

  /// The larger value that is not NaN.
  @inlinable @inline(__always)
  public static func maximumNumber(_ lhs: Double, _ rhs: Double) -> Double {
    if rhs.isNaN { return lhs }
    return lhs > rhs || (lhs == rhs && lhs.sign == .plus) ? lhs : rhs
  }

  /// `value` brought into `low ... high`; NaN if one of the three is NaN.
  @inlinable
  public static func clamp(_ value: UInt64, _ low: UInt64, _ high: UInt64, _ format: FloatFormat)
    -> UInt64
  {
    format == .f64
      ? pack(clamp(format.decode(value), format.decode(low), format.decode(high)), format)
      : pack(
        clamp(format.decodeToFloat(value), format.decodeToFloat(low), format.decodeToFloat(high)),
        format)
  }

  /// `value` brought into `low ... high`; NaN if one of the three is NaN.
  @inlinable @inline(__always)
  public static func clamp(_ value: Float, _ low: Float, _ high: Float) -> Float {
    minimum(maximum(value, low), high)
  }

  /// `value` brought into `low ... high`; NaN if one of the three is NaN.
  @inlinable @inline(__always)
  public static func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    minimum(maximum(value, low), high)
  }

  /// `value` brought into `low ... high`; bounds and values that are NaN do not count.
  @inlinable
  public static func clampNumber(
    _ value: UInt64, _ low: UInt64, _ high: UInt64, _ format: FloatFormat
  ) -> UInt64 {
    format == .f64
      ? pack(clampNumber(format.decode(value), format.decode(low), format.decode(high)), format)
      : pack(
        clampNumber(
          format.decodeToFloat(value), format.decodeToFloat(low), format.decodeToFloat(high)),
        format)
  }

  /// `value` brought into `low ... high`; bounds and values that are NaN do not count.
  @inlinable @inline(__always)
  public static func clampNumber(_ value: Float, _ low: Float, _ high: Float) -> Float {
    minimumNumber(maximumNumber(value, low), high)
  }

  /// `value` brought into `low ... high`; bounds and values that are NaN do not count.
  @inlinable @inline(__always)
  public static func clampNumber(_ value: Double, _ low: Double, _ high: Double) -> Double {
    minimumNumber(maximumNumber(value, low), high)
  }
}
