/// From values to bits, rounded once.
///
/// What is not a finite number follows the `cvt` instruction (PTX ISA, "Data Movement and
/// Conversion Instructions: cvt"): a NaN becomes the canonical NaN whatever its sign and payload; with
/// `saturating` (`.satfinite`) infinities and everything above the largest finite value become the
/// largest finite value with the sign kept. Without it they become infinity, in a format without
/// infinity NaN, and in a format with neither the largest finite value.
extension FloatFormat {
  /// The bits of `value` in this format, rounded once.
  ///
  /// To `f64` nothing is rounded and a NaN keeps its payload.
  @inlinable
  public func encode(
    _ value: Double, rounding: FloatRounding = .nearestEven, saturating: Bool = false
  ) -> UInt64 {
    if self == .f64 && !saturating { return value.bitPattern }
    if self == .f32 && rounding == .nearestEven && !saturating {
      return value.isNaN ? nanOrLargest : UInt64(Float(value).bitPattern)
    }
    let negative = value.sign == .minus
    if !value.isFinite {
      return value.isNaN ? nanOrLargest : encodeInfinity(negative, saturating: saturating)
    }
    let field = value.bitPattern >> 52 & 0x7FF
    let fraction = value.bitPattern & 0xF_FFFF_FFFF_FFFF
    return encode(
      negative: negative, significand: field == 0 ? fraction : fraction | 1 << 52,
      exponent: Int(field == 0 ? 1 : field) - 1075, rounding: rounding, saturating: saturating)
  }

  /// The bits of `value` in this format, rounded once.
  ///
  /// To `f32` nothing is rounded and a NaN keeps its payload.
  @inlinable
  public func encode(
    _ value: Float, rounding: FloatRounding = .nearestEven, saturating: Bool = false
  ) -> UInt64 {
    if rounding == .nearestEven && !saturating {
      switch self {
      case .f32: return UInt64(value.bitPattern)
      case .f16: return UInt64(HalfFloat.encode(value))
      case .bf16: return UInt64(BrainFloat.encode(value))
      default: break
      }
    }
    return encode(Double(value), rounding: rounding, saturating: saturating)
  }

  /// The bits of ±`significand` · 2^`exponent` in this format, rounded once.
  ///
  /// The lowest bit of a 64-bit significand may stand for any number of bits below it (a sticky
  /// bit): the result is right as long as the significand has two bits more than the format.
  @inlinable
  public func encode(
    negative: Bool, significand: UInt64, exponent: Int, rounding: FloatRounding = .nearestEven,
    saturating: Bool = false
  ) -> UInt64 {
    if self == .f8E8M0FNU {
      return UInt64(
        ScaleFloat.encode(
          significand: significand, exponent: exponent, rounding: rounding, saturating: saturating))
    }
    if significand == 0 { return zero(negative: negative) }
    let leading = exponent + 63 - significand.leadingZeroBitCount
    // A value this large overflows whatever the mantissa; below it the field fits its word.
    if leading > 1 << exponentBits {
      return encodeOverflow(negative, rounding: rounding, saturating: saturating)
    }
    // The exponent field of the result, counting subnormal values as field 1 without hidden bit.
    let field = max(leading + bias, 1)
    let shift = field - bias - mantissaBits - exponent
    let (kept, remainder) = FloatFormat.shift(significand, right: shift)
    var magnitude = UInt64(field - 1) << UInt64(mantissaBits) + kept
    if rounding.roundsMagnitudeUp(remainder, isOdd: magnitude & 1 == 1, negative: negative) {
      magnitude += 1
    }
    if magnitude > largestFiniteMagnitude {
      return encodeOverflow(negative, rounding: rounding, saturating: saturating)
    }
    return magnitude == 0
      ? zero(negative: negative) : pack(negative: negative, magnitude: magnitude)
  }

  /// Zero with a sign, or plain zero where minus zero is not a number.
  @inlinable @inline(__always)
  public func zero(negative: Bool) -> UInt64 {
    pack(negative: negative && specialValues != .nanIsMinusZero, magnitude: 0)
  }

  /// `value` without its lowest `amount` bits, and what those were worth.
  @inlinable @inline(__always)
  static func shift(_ value: UInt64, right amount: Int) -> (UInt64, RoundingRemainder) {
    if amount <= 0 { return (value << UInt64(-amount), .none) }
    if amount > 64 { return (0, value == 0 ? .none : .belowHalf) }
    let lost = amount == 64 ? value : value & ((1 << UInt64(amount)) - 1)
    let half: UInt64 = 1 << UInt64(amount - 1)
    let remainder: RoundingRemainder =
      lost == 0 ? .none : lost < half ? .belowHalf : lost == half ? .half : .aboveHalf
    return (amount == 64 ? 0 : value >> UInt64(amount), remainder)
  }

  /// What a finite value above the largest finite one becomes.
  @usableFromInline
  func encodeOverflow(_ negative: Bool, rounding: FloatRounding, saturating: Bool) -> UInt64 {
    if saturating || !rounding.overflowsToInfinity(negative: negative) {
      return pack(negative: negative, magnitude: largestFiniteMagnitude)
    }
    return encodeInfinity(negative, saturating: false)
  }

  /// What an infinity becomes.
  @usableFromInline
  func encodeInfinity(_ negative: Bool, saturating: Bool) -> UInt64 {
    if self == .f8E8M0FNU { return saturating ? 0xFE : 0xFF }
    if saturating || !hasNaN { return pack(negative: negative, magnitude: largestFiniteMagnitude) }
    if hasInfinity { return pack(negative: negative, magnitude: infinityMagnitude) }
    return nanOrLargest
  }
}
