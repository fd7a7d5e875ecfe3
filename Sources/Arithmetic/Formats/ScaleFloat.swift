/// The scale of a block of microscaling values, `e8m0`: a power of two, or NaN.
public enum ScaleFloat {
  /// 2^(`bits` - 127), or NaN for 0xFF. The value 2^-127 is subnormal in `f32`, and exact.
  @inlinable
  public static func decode(_ bits: UInt8) -> Float {
    if bits == 0xFF { return .nan }
    return Float(bitPattern: bits == 0 ? 0x0040_0000 : UInt32(bits) << 23)
  }

  /// The scale for the magnitude `significand` · 2^`exponent`.
  ///
  /// There are no signs, so `.down` rounds toward zero. Everything below 2^-127 becomes 2^-127, and
  /// what is above 2^127 becomes that if `saturating` and else NaN. A tie of `.nearestEven` lies
  /// halfway in value, at 1.5 times the smaller scale.
  @inlinable
  static func encode(
    significand: UInt64, exponent: Int, rounding: FloatRounding, saturating: Bool
  ) -> UInt8 {
    if significand == 0 { return 0 }
    let zeros = significand.leadingZeroBitCount
    let field = exponent + 63 - zeros + 127
    if field < 0 { return 0 }
    let fraction = (significand << UInt64(zeros)) << 1
    let half: UInt64 = 1 << 63
    let remainder: RoundingRemainder =
      fraction == 0 ? .none : fraction < half ? .belowHalf : fraction == half ? .half : .aboveHalf
    let isUp = rounding.roundsMagnitudeUp(remainder, isOdd: field & 1 == 1, negative: false)
    let rounded = field + (isUp ? 1 : 0)
    return rounded > 0xFE ? (saturating ? 0xFE : 0xFF) : UInt8(rounded)
  }
}
