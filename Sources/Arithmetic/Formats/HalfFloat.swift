/// IEEE 754 binary16 without the standard library's `Float16`, which macOS on Intel lacks.
public enum HalfFloat {
  /// The value of `bits`, exactly; a NaN keeps its payload.
  @inlinable
  public static func decode(_ bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let magnitude = UInt32(bits & 0x7FFF)
    if magnitude >= 0x7C00 { return Float(bitPattern: sign | magnitude << 13 | 0x7F80_0000) }
    if magnitude < 0x0400 {
      return Float(bitPattern: sign | (Float(magnitude) * 0x1p-24).bitPattern)
    }
    return Float(bitPattern: sign | (magnitude << 13 + 112 << 23))
  }

  /// The bits of `value` rounded to nearest even; a NaN becomes 0x7FFF.
  @inlinable
  public static func encode(_ value: Float) -> UInt16 {
    let sign = UInt16(truncatingIfNeeded: value.bitPattern >> 16) & 0x8000
    let magnitude = value.bitPattern & 0x7FFF_FFFF
    if magnitude >= 0x4780_0000 { return magnitude > 0x7F80_0000 ? 0x7FFF : sign | 0x7C00 }
    if magnitude < 0x3880_0000 {
      // The last bit of a sum near one half is worth 2^-24, as in a subnormal half: the addition
      // does the rounding.
      let sum = Float(bitPattern: magnitude) + 0.5
      return sign | UInt16(truncatingIfNeeded: sum.bitPattern - 0x3F00_0000)
    }
    let tieToEven = magnitude >> 13 & 1
    return sign
      | UInt16(truncatingIfNeeded: (magnitude - 112 << 23 + 0x0FFF + tieToEven) >> 13)
  }
}
