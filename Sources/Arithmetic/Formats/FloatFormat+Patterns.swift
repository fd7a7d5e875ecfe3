/// Particular bit patterns, and what a bit pattern is.
extension FloatFormat {
  /// The bits of a value that are not the sign, at the bottom of a word.
  @inlinable @inline(__always)
  var magnitudeMask: UInt64 { UInt64.max >> UInt64(64 - bitWidth + (hasSign ? 1 : 0)) }

  /// The sign and the magnitude as a value in its carrier.
  @inlinable @inline(__always)
  func pack(negative: Bool, magnitude: UInt64) -> UInt64 {
    let sign: UInt64 = negative && hasSign ? 1 << UInt64(bitWidth - 1) : 0
    return (sign | magnitude) << UInt64(carrierShift)
  }

  /// The magnitude of the largest finite value that encoding produces.
  @inlinable
  var largestFiniteMagnitude: UInt64 {
    switch specialValues {
    case .infinityAndNaN: infinityMagnitude - 1
    case .nanIsAllOnes: magnitudeMask - 1
    case .nanIsMinusZero: magnitudeMask
    // Triton clamps to 1.75 before it rounds, so the pattern of 1.875 is read but never written.
    case .none: self == .f8E4M3B15 ? 0x7E : magnitudeMask
    }
  }

  /// The exponent field of all ones over a mantissa of zero.
  @inlinable @inline(__always)
  var infinityMagnitude: UInt64 {
    (magnitudeMask >> UInt64(mantissaBits)) << UInt64(mantissaBits)
  }

  /// The largest finite value that encoding produces.
  @inlinable
  public var largestFinite: UInt64 { pack(negative: false, magnitude: largestFiniteMagnitude) }

  /// The smallest value above zero, or the smallest value of a format without zero.
  @inlinable
  public var leastPositive: UInt64 {
    self == .f8E8M0FNU ? 0 : pack(negative: false, magnitude: 1)
  }

  /// Plus infinity, or nil for a format without infinities.
  @inlinable
  public var infinity: UInt64? {
    hasInfinity ? pack(negative: false, magnitude: infinityMagnitude) : nil
  }

  /// The NaN that arithmetic and conversions produce, or nil for a format without NaN.
  ///
  /// All ones below a clear sign, as PTX ISA says for `f16`, `bf16`, `tf32` and `f32` ("Floating
  /// Point Instructions", canonical NaN) and for the 8-bit formats ("cvt"). PTX names none for `f64`;
  /// this is the one of CUDA's headers.
  @inlinable
  public var canonicalNaN: UInt64? { hasNaN ? nanOrLargest : nil }

  /// What a NaN becomes: the canonical one, or the largest finite value where there is none
  /// (PTX ISA, "cvt": a NaN becomes positive MAX_NORM in `e2m1`, `e2m3` and `e3m2`).
  @inlinable
  var nanOrLargest: UInt64 {
    switch specialValues {
    case .nanIsMinusZero: 0x80
    case .none: largestFinite
    case .nanIsAllOnes: magnitudeMask
    case .infinityAndNaN:
      switch self {
      case .f64: 0xFFF8_0000_0000_0000
      case .tf32: 0x7FFF_FFFF
      default: magnitudeMask
      }
    }
  }

  /// Whether `bits` is not a number.
  @inlinable
  public func isNaN(_ bits: UInt64) -> Bool {
    let value = bits >> UInt64(carrierShift)
    let magnitude = value & magnitudeMask
    switch specialValues {
    case .infinityAndNaN: return magnitude > infinityMagnitude
    case .nanIsAllOnes: return magnitude == magnitudeMask
    case .nanIsMinusZero: return value == magnitudeMask + 1
    case .none: return false
    }
  }

  /// Whether `bits` is plus or minus infinity.
  @inlinable
  public func isInfinite(_ bits: UInt64) -> Bool {
    hasInfinity && (bits >> UInt64(carrierShift)) & magnitudeMask == infinityMagnitude
  }

  /// Whether `bits` is plus or minus zero.
  @inlinable
  public func isZero(_ bits: UInt64) -> Bool {
    let value = bits >> UInt64(carrierShift)
    return value & magnitudeMask == 0 && !isNaN(bits) && self != .f8E8M0FNU
  }

  /// The sign bit in the carrier; zero for a format without sign.
  @inlinable @inline(__always)
  public var signBit: UInt64 { hasSign ? 1 << UInt64(bitWidth - 1 + carrierShift) : 0 }

  /// Whether the sign bit of `bits` is set; false for a format without sign.
  @inlinable
  public func isNegative(_ bits: UInt64) -> Bool {
    bits & signBit != 0
  }

  /// One in this format.
  @inlinable
  public var one: UInt64 {
    pack(negative: false, magnitude: UInt64(bias) << UInt64(mantissaBits))
  }
}
