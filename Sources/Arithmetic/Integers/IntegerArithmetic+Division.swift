/// Division, which truncates toward zero as in C.
///
/// PTX leaves division by zero open ("Integer Arithmetic Instructions: div, rem"). NVIDIA's code
/// gives all ones for both the quotient and the remainder, and so does this. Dividing the smallest
/// value by minus one gives the smallest value again, remainder zero.
extension IntegerArithmetic {
  /// The quotient of two signed integers.
  @inlinable
  public static func divideSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> IntegerQuotient {
    if rhs == 0 { return IntegerQuotient(bits: mask(width), fault: .divisionByZero) }
    if lhs == signedMinimum(width) && rhs == mask(width) {
      return IntegerQuotient(bits: lhs, fault: .overflow)
    }
    let quotient = signed(lhs, width: width) / signed(rhs, width: width)
    return IntegerQuotient(bits: UInt64(bitPattern: quotient) & mask(width))
  }

  /// The remainder of two signed integers, with the sign of `lhs`.
  @inlinable
  public static func remainderSigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> IntegerQuotient {
    if rhs == 0 { return IntegerQuotient(bits: mask(width), fault: .divisionByZero) }
    if lhs == signedMinimum(width) && rhs == mask(width) {
      return IntegerQuotient(bits: 0, fault: .overflow)
    }
    let remainder = signed(lhs, width: width) % signed(rhs, width: width)
    return IntegerQuotient(bits: UInt64(bitPattern: remainder) & mask(width))
  }

  /// The quotient of two unsigned integers.
  @inlinable
  public static func divideUnsigned(_ lhs: UInt64, _ rhs: UInt64, width: Int) -> IntegerQuotient {
    if rhs == 0 { return IntegerQuotient(bits: mask(width), fault: .divisionByZero) }
    return IntegerQuotient(bits: lhs / rhs)
  }

  /// The remainder of two unsigned integers.
  @inlinable
  public static func remainderUnsigned(
    _ lhs: UInt64, _ rhs: UInt64, width: Int
  ) -> IntegerQuotient {
    if rhs == 0 { return IntegerQuotient(bits: mask(width), fault: .divisionByZero) }
    return IntegerQuotient(bits: lhs % rhs)
  }
}
