/// A value that a variable starts with (PTX ISA 5.4.4).
package enum Constant: Hashable, Sendable {
  /// An integer. One of 64 bits that is above the largest signed one is given by its bits.
  case integer(Int64)
  /// A 32-bit float by its bits.
  case float32(bits: UInt32)
  /// A 64-bit float by its bits.
  case float64(bits: UInt64)
  /// The address of a variable in its own state space.
  case address(String, offset: Int64 = 0)
  /// The generic address of a variable.
  case genericAddress(String, offset: Int64 = 0)
}
