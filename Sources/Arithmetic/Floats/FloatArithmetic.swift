/// Arithmetic of every float format.
///
/// An operation on bits takes the format of all its operands and its result, computes the exact
/// result rounded once, to nearest even, and does not flush subnormal values. An operation that
/// exists as an operator of `Float` and `Double` has only the form on bits; the others have also a
/// form on `Float` and on `Double`, for loops that keep values unpacked.
///
/// A result that is not a number is the canonical NaN of its format (``FloatFormat/canonicalNaN``),
/// so that results do not depend on the processor. In the formats without NaN it is the largest
/// finite value.
///
/// Rounding twice, first to a wider format, is harmless where the wider one has at least 2p + 2
/// bits of precision for the p of the narrow one (Figueroa, "When is double rounding innocuous?", 1995).
/// For addition, subtraction, multiplication, division and square root that makes `Float`'s 24 bits
/// enough for formats up to `f16` (p = 11), and `bf16` (p = 8). In `bf16`'s subnormal range, where
/// `Float` has fewer bits, sums are exact and products and quotients stay further from a midpoint
/// than the last bit of `Float`. `tf32` has both f16's precision and that range; it uses `Double`.
public enum FloatArithmetic {
  /// The bits of a result, with the canonical NaN for every NaN.
  @inlinable @inline(__always)
  static func pack(_ value: Float, _ format: FloatFormat) -> UInt64 {
    value.isNaN ? format.nanOrLargest : format.encode(value)
  }

  /// The bits of a result, with the canonical NaN for every NaN.
  @inlinable @inline(__always)
  static func pack(_ value: Double, _ format: FloatFormat) -> UInt64 {
    value.isNaN ? format.nanOrLargest : format.encode(value)
  }

  /// Applies an operation whose result in `Float` may be rounded again.
  @inlinable @inline(__always)
  static func apply(
    _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat,
    single: (Float, Float) -> Float, double: (Double, Double) -> Double
  ) -> UInt64 {
    switch format {
    case .f64, .tf32: pack(double(format.decode(lhs), format.decode(rhs)), format)
    default: pack(single(format.decodeToFloat(lhs), format.decodeToFloat(rhs)), format)
    }
  }

  /// The sum.
  @inlinable
  public static func add(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    apply(lhs, rhs, format, single: { $0 + $1 }, double: { $0 + $1 })
  }

  /// The difference.
  @inlinable
  public static func subtract(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    apply(lhs, rhs, format, single: { $0 - $1 }, double: { $0 - $1 })
  }

  /// The product.
  @inlinable
  public static func multiply(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    apply(lhs, rhs, format, single: { $0 * $1 }, double: { $0 * $1 })
  }

  /// The quotient.
  @inlinable
  public static func divide(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    apply(lhs, rhs, format, single: { $0 / $1 }, double: { $0 / $1 })
  }

  /// `lhs` minus `rhs` times their quotient rounded toward zero; always exact, as C's `fmod`.
  @inlinable
  public static func remainder(_ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat) -> UInt64 {
    apply(lhs, rhs, format, single: remainder, double: remainder)
  }

  /// As ``remainder(_:_:_:)``.
  @inlinable
  public static func remainder(_ lhs: Float, _ rhs: Float) -> Float {
    lhs.truncatingRemainder(dividingBy: rhs)
  }

  /// As ``remainder(_:_:_:)``.
  @inlinable
  public static func remainder(_ lhs: Double, _ rhs: Double) -> Double {
    lhs.truncatingRemainder(dividingBy: rhs)
  }

  /// `lhs` · `rhs` + `addend`, rounded once.
  @inlinable
  public static func multiplyAdd(
    _ lhs: UInt64, _ rhs: UInt64, _ addend: UInt64, _ format: FloatFormat
  ) -> UInt64 {
    switch format {
    case .f32:
      pack(
        multiplyAdd(
          format.decodeToFloat(lhs), format.decodeToFloat(rhs), format.decodeToFloat(addend)),
        format)
    case .f64:
      pack(multiplyAdd(format.decode(lhs), format.decode(rhs), format.decode(addend)), format)
    default:
      pack(
        multiplyAddRoundedToOdd(format.decode(lhs), format.decode(rhs), format.decode(addend)),
        format)
    }
  }

  /// `lhs` · `rhs` + `addend`, rounded once.
  @inlinable
  public static func multiplyAdd(_ lhs: Float, _ rhs: Float, _ addend: Float) -> Float {
    addend.addingProduct(lhs, rhs)
  }

  /// `lhs` · `rhs` + `addend`, rounded once.
  @inlinable
  public static func multiplyAdd(_ lhs: Double, _ rhs: Double, _ addend: Double) -> Double {
    addend.addingProduct(lhs, rhs)
  }

  /// `lhs` · `rhs` + `addend` for a product that is exact, rounded so that a second rounding to at
  /// most 51 bits gives the right result: an inexact sum gets an odd last bit.
  @inlinable
  static func multiplyAddRoundedToOdd(_ lhs: Double, _ rhs: Double, _ addend: Double) -> Double {
    let product = lhs * rhs
    let sum = product + addend
    guard sum.isFinite else { return sum }
    // Knuth's two-sum: what the addition lost, exactly.
    let addendPart = sum - product
    let lost = (product - (sum - addendPart)) + (addend - addendPart)
    if lost == 0 || sum.bitPattern & 1 == 1 { return sum }
    let isMagnitudeLow = (lost > 0) == (sum > 0)
    return Double(bitPattern: isMagnitudeLow ? sum.bitPattern + 1 : sum.bitPattern - 1)
  }

  /// The value with the other sign; also a NaN's sign changes.
  @inlinable
  public static func negate(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    guard format.hasSign, !(format.specialValues == .nanIsMinusZero && bits & 0x7F == 0) else {
      return bits
    }
    return bits ^ format.signBit
  }

  /// The value without its sign; also a NaN's sign goes.
  @inlinable
  public static func absolute(_ bits: UInt64, _ format: FloatFormat) -> UInt64 {
    guard format.hasSign, !(format.specialValues == .nanIsMinusZero && bits & 0x7F == 0) else {
      return bits
    }
    return bits & ~format.signBit
  }

  /// Whether `predicate` holds.
  @inlinable
  public static func compare(
    _ predicate: FloatPredicate, _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat
  ) -> Bool {
    format == .f64
      ? compare(predicate, Double(bitPattern: lhs), Double(bitPattern: rhs))
      : compare(predicate, format.decodeToFloat(lhs), format.decodeToFloat(rhs))
  }

  /// Whether `predicate` holds.
  @inlinable @inline(__always)
  public static func compare(_ predicate: FloatPredicate, _ lhs: Float, _ rhs: Float) -> Bool {
    let relation: UInt8 = lhs == rhs ? 1 : lhs > rhs ? 2 : lhs < rhs ? 4 : 8
    return predicate.rawValue & relation != 0
  }

  /// Whether `predicate` holds.
  @inlinable @inline(__always)
  public static func compare(_ predicate: FloatPredicate, _ lhs: Double, _ rhs: Double) -> Bool {
    let relation: UInt8 = lhs == rhs ? 1 : lhs > rhs ? 2 : lhs < rhs ? 4 : 8
    return predicate.rawValue & relation != 0
  }
}
