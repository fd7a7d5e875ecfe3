/// Whether a result of unbounded integers would need more than `width` bits.
extension IntegerArithmetic {
  /// Whether the sum of two signed integers overflows.
  @inlinable
  public static func addOverflowsSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> Bool {
    let result = signed(lhs, width: width).addingReportingOverflow(signed(rhs, width: width))
    return result.overflow || !fitsSigned(result.partialValue, width: width)
  }

  /// Whether the sum of two unsigned integers overflows.
  @inlinable
  public static func addOverflowsUnsigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> Bool {
    let result = lhs.addingReportingOverflow(rhs)
    return result.overflow || result.partialValue > mask(width)
  }

  /// Whether the difference of two signed integers overflows.
  @inlinable
  public static func subtractOverflowsSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> Bool {
    let result = signed(lhs, width: width).subtractingReportingOverflow(signed(rhs, width: width))
    return result.overflow || !fitsSigned(result.partialValue, width: width)
  }

  /// Whether the difference of two unsigned integers is below zero.
  @inlinable
  public static func subtractOverflowsUnsigned(_ lhs: UInt64, _ rhs: UInt64) -> Bool { lhs < rhs }

  /// Whether the product of two signed integers overflows.
  @inlinable
  public static func multiplyOverflowsSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> Bool {
    let result = signed(lhs, width: width).multipliedReportingOverflow(
      by: signed(rhs, width: width))
    return result.overflow || !fitsSigned(result.partialValue, width: width)
  }

  /// Whether the product of two unsigned integers overflows.
  @inlinable
  public static func multiplyOverflowsUnsigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> Bool {
    let result = lhs.multipliedReportingOverflow(by: rhs)
    return result.overflow || result.partialValue > mask(width)
  }

  /// Whether a signed integer of `width` bits can hold `value`.
  @inlinable
  public static func fitsSigned(_ value: Int64, width: Int) -> Bool {
    signed(UInt64(bitPattern: value), width: width) == value
  }
}
