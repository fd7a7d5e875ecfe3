/// Shifts by an unsigned amount.
///
/// MLIR gives a shift by the width or more no meaning; here it moves every bit out, as in PTX,
/// which clamps the amount ("Logic and Shift Instructions: shl, shr").
extension IntegerArithmetic {
  /// `bits` moved up, zeros below.
  @inlinable @inline(__always)
  public static func shiftLeft(_ bits: UInt64, by amount: UInt64, width: Int) -> UInt64 {
    amount >= UInt64(width) ? 0 : (bits << amount) & mask(width)
  }

  /// `bits` moved down, copies of the sign above.
  @inlinable @inline(__always)
  public static func shiftRightSigned(_ bits: UInt64, by amount: UInt64, width: Int) -> UInt64 {
    let clamped = Int64(min(amount, UInt64(width - 1)))
    return UInt64(bitPattern: signed(bits, width: width) >> clamped) & mask(width)
  }

  /// `bits` moved down, zeros above.
  @inlinable @inline(__always)
  public static func shiftRightUnsigned(_ bits: UInt64, by amount: UInt64, width: Int) -> UInt64 {
    amount >= UInt64(width) ? 0 : bits >> amount
  }
}
