/// Counting and moving single bits and bytes.
extension IntegerArithmetic {
  /// How many bits are set.
  @inlinable
  public static func populationCount(_ bits: UInt64) -> UInt64 { UInt64(bits.nonzeroBitCount) }

  /// How many bits are clear above the highest set one; `width` for zero.
  @inlinable
  public static func leadingZeros(_ bits: UInt64, width: Int) -> UInt64 {
    UInt64(bits.leadingZeroBitCount - (64 - width))
  }

  /// The position of the lowest set bit counted from one; zero for zero.
  @inlinable
  public static func findFirstSet(_ bits: UInt64) -> UInt64 {
    bits == 0 ? 0 : UInt64(bits.trailingZeroBitCount + 1)
  }

  /// The bits in opposite order.
  @inlinable
  public static func reverseBits(_ bits: UInt64, width: Int) -> UInt64 {
    var value = bits.byteSwapped
    value = value >> 4 & 0x0F0F_0F0F_0F0F_0F0F | (value & 0x0F0F_0F0F_0F0F_0F0F) << 4
    value = value >> 2 & 0x3333_3333_3333_3333 | (value & 0x3333_3333_3333_3333) << 2
    value = value >> 1 & 0x5555_5555_5555_5555 | (value & 0x5555_5555_5555_5555) << 1
    return value >> UInt64(64 - width)
  }

  /// Four of the eight bytes of two 32-bit integers, as `prmt.b32` picks them in its default mode.
  ///
  /// Each group of four bits in the low half of `selector` picks a byte, bytes 0 to 3 from `low`
  /// and 4 to 7 from `high`. A set upper bit of the group replaces the byte by copies of its sign.
  @inlinable
  public static func permuteBytes(_ low: UInt64, _ high: UInt64, selector: UInt64) -> UInt64 {
    let bytes = high << 32 | low
    var result: UInt64 = 0
    for position: UInt64 in 0..<4 {
      let control = selector >> (4 * position) & 0xF
      var byte = bytes >> (8 * (control & 7)) & 0xFF
      if control & 8 != 0 { byte = byte & 0x80 != 0 ? 0xFF : 0 }
      result |= byte << (8 * position)
    }
    return result
  }
}
