/// From bits to values.
extension FloatFormat {
  /// The value of `bits`, exactly; every NaN becomes some NaN.
  ///
  /// Bits above the carrier's are not read.
  @inlinable
  public func decode(_ bits: UInt64) -> Double {
    switch self {
    case .f64: Double(bitPattern: bits)
    default: Double(decodeToFloat(bits))
    }
  }

  /// The value of `bits` as a `Float`: exactly, but for `f64`, which is rounded to nearest.
  @inlinable
  public func decodeToFloat(_ bits: UInt64) -> Float {
    switch self {
    case .f64: Float(Double(bitPattern: bits))
    case .f32: Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .f16: HalfFloat.decode(UInt16(truncatingIfNeeded: bits))
    case .bf16: BrainFloat.decode(UInt16(truncatingIfNeeded: bits))
    case .tf32: Float(bitPattern: UInt32(truncatingIfNeeded: bits) & 0xFFFF_E000)
    case .f8E8M0FNU: ScaleFloat.decode(UInt8(truncatingIfNeeded: bits))
    default: decodeSmall(bits)
    }
  }

  /// The value of `bits` in a format of at most eight bits with a sign.
  @inlinable @inline(__always)
  func decodeSmall(_ bits: UInt64) -> Float {
    if isNaN(bits) { return .nan }
    let magnitude = bits & magnitudeMask
    if hasInfinity && magnitude == infinityMagnitude {
      return isNegative(bits) ? -.infinity : .infinity
    }
    let exponent = Int(magnitude >> UInt64(mantissaBits))
    let fraction = UInt32(truncatingIfNeeded: magnitude) & ((1 << UInt32(mantissaBits)) - 1)
    let value: Float
    if exponent == 0 {
      // 2^(1 - bias - mantissaBits), the distance between subnormal values.
      let quantum = Float(bitPattern: UInt32(128 - bias - mantissaBits) << 23)
      value = Float(fraction) * quantum
    } else {
      value = Float(
        bitPattern: UInt32(exponent - bias + 127) << 23 | fraction << UInt32(23 - mantissaBits))
    }
    return isNegative(bits) ? -value : value
  }
}
