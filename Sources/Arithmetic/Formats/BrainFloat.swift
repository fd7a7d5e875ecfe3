/// The upper half of an `f32`.
public enum BrainFloat {
  /// The value of `bits`, exactly; a NaN keeps its payload.
  @inlinable
  public static func decode(_ bits: UInt16) -> Float { Float(bitPattern: UInt32(bits) << 16) }

  /// The bits of `value` rounded to nearest even; a NaN becomes 0x7FFF.
  @inlinable
  public static func encode(_ value: Float) -> UInt16 {
    let bits = value.bitPattern
    if value.isNaN { return 0x7FFF }
    return UInt16(truncatingIfNeeded: (bits + 0x7FFF + (bits >> 16 & 1)) >> 16)
  }
}
