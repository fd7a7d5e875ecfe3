/// What tensor cores read of an `f32` operand: the sign, the exponent and ten bits of mantissa.
public enum TensorFloat32 {
  /// `value` rounded to nearest, ties away from zero, as `cvt.rna.tf32.f32` does; overflow gives an
  /// infinity and a NaN becomes 0x7FFFFFFF.
  @inlinable
  public static func round(_ value: Float) -> Float {
    if !value.isFinite { return value.isNaN ? Float(bitPattern: 0x7FFF_FFFF) : value }
    return Float(bitPattern: (value.bitPattern + 0x1000) & 0xFFFF_E000)
  }

  /// `value` without the bits that are not read: what the hardware makes of an `f32` that was not
  /// converted. A NaN stays one.
  @inlinable
  public static func truncate(_ value: Float) -> Float {
    if value.isNaN { return value }
    return Float(bitPattern: value.bitPattern & 0xFFFF_E000)
  }
}
