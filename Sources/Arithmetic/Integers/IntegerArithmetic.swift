/// Arithmetic of signless integers of 1 to 64 bits.
///
/// An integer of `width` bits is a `UInt64` whose bits above `width` are zero: that is required of
/// every operand and true of every result. Nothing here traps.
public enum IntegerArithmetic {
  /// The bits that an integer of `width` bits may have.
  @inlinable @inline(__always)
  public static func mask(_ width: Int) -> UInt64 { UInt64.max >> UInt64(64 - width) }

  /// The lowest `width` bits of `bits`.
  @inlinable @inline(__always)
  public static func truncate(_ bits: UInt64, to width: Int) -> UInt64 { bits & mask(width) }

  /// The signed value of the lowest `width` bits of `bits`.
  @inlinable @inline(__always)
  public static func signed(_ bits: UInt64, width: Int) -> Int64 {
    Int64(bitPattern: bits << UInt64(64 - width)) >> Int64(64 - width)
  }

  /// An integer of `width` bits made longer with copies of its sign.
  @inlinable @inline(__always)
  public static func signExtend(_ bits: UInt64, from width: Int, to newWidth: Int) -> UInt64 {
    UInt64(bitPattern: signed(bits, width: width)) & mask(newWidth)
  }

  /// The smallest signed value of `width` bits.
  @inlinable @inline(__always)
  public static func signedMinimum(_ width: Int) -> UInt64 { 1 << UInt64(width - 1) }

  /// The largest signed value of `width` bits.
  @inlinable @inline(__always)
  public static func signedMaximum(_ width: Int) -> UInt64 { mask(width) >> 1 }

  /// The sum, modulo 2^width.
  @inlinable @inline(__always)
  public static func add(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    (lhs &+ rhs) & mask(width)
  }

  /// The difference, modulo 2^width.
  @inlinable @inline(__always)
  public static func subtract(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    (lhs &- rhs) & mask(width)
  }

  /// The product, modulo 2^width.
  @inlinable @inline(__always)
  public static func multiply(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    (lhs &* rhs) & mask(width)
  }

  /// The upper half of the unsigned product of 2 · width bits.
  @inlinable @inline(__always)
  public static func multiplyHighUnsigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    let (high, low) = lhs.multipliedFullWidth(by: rhs)
    return upperHalf(high: high, low: low, width: width)
  }

  /// The upper half of the signed product of 2 · width bits.
  @inlinable @inline(__always)
  public static func multiplyHighSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    let (high, low) = signed(lhs, width: width)
      .multipliedFullWidth(by: signed(rhs, width: width))
    return upperHalf(high: UInt64(bitPattern: high), low: low, width: width)
  }

  /// `width` bits of a product of 128 bits, from bit `width` on.
  @inlinable @inline(__always)
  static func upperHalf(high: UInt64, low: UInt64, width: Int) -> UInt64 {
    width == 64 ? high : (low >> UInt64(width) | high << UInt64(64 - width)) & mask(width)
  }

  /// The bits set in both.
  @inlinable @inline(__always)
  public static func and(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { lhs & rhs }

  /// The bits set in either.
  @inlinable @inline(__always)
  public static func or(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { lhs | rhs }

  /// The bits set in one alone.
  @inlinable @inline(__always)
  public static func xor(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { lhs ^ rhs }

  /// The smaller of two signed integers.
  @inlinable @inline(__always)
  public static func minimumSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    signed(lhs, width: width) < signed(rhs, width: width) ? lhs : rhs
  }

  /// The larger of two signed integers.
  @inlinable @inline(__always)
  public static func maximumSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> UInt64 {
    signed(lhs, width: width) > signed(rhs, width: width) ? lhs : rhs
  }

  /// The smaller of two unsigned integers.
  @inlinable @inline(__always)
  public static func minimumUnsigned(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { min(lhs, rhs) }

  /// The larger of two unsigned integers.
  @inlinable @inline(__always)
  public static func maximumUnsigned(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 { max(lhs, rhs) }

  /// The absolute value of a signed integer; that of the smallest is itself.
  @inlinable @inline(__always)
  public static func absolute(_ bits: UInt64, width: Int) -> UInt64 {
    signed(bits, width: width) < 0 ? (0 &- bits) & mask(width) : bits
  }

  /// Whether `predicate` holds.
  @inlinable @inline(__always)
  public static func compare(
    _ predicate: IntegerPredicate, _ lhs: UInt64, _ rhs: UInt64, width: Int
  ) -> Bool {
    switch predicate {
    case .equal: lhs == rhs
    case .notEqual: lhs != rhs
    case .signedLess: signed(lhs, width: width) < signed(rhs, width: width)
    case .signedLessOrEqual: signed(lhs, width: width) <= signed(rhs, width: width)
    case .signedGreater: signed(lhs, width: width) > signed(rhs, width: width)
    case .signedGreaterOrEqual: signed(lhs, width: width) >= signed(rhs, width: width)
    case .unsignedLess: lhs < rhs
    case .unsignedLessOrEqual: lhs <= rhs
    case .unsignedGreater: lhs > rhs
    case .unsignedGreaterOrEqual: lhs >= rhs
    }
  }
}
