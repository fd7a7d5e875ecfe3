#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The functions that trade accuracy for speed on a GPU; here they have the exact values.
extension MathFunctionTable {
  mutating func addFastFunctions() {
    addFast("sinf") { sin($0) }
    addFast("cosf") { cos($0) }
    addFast("tanf") { tan($0) }
    addFast("expf") { exp($0) }
    addFast("exp10f") { pow(10, $0) }
    addFast("logf") { log($0) }
    addFast("log2f") { log2($0) }
    addFast("log10f") { log10($0) }
    add("fast_powf", [.f32, .f32], .f32) { x, y, _, _ in
      // As the hardware does it, so NaN for a negative base.
      Self.singleBits(exp2(Self.single(y) * log2(Self.single(x))))
    }
    add("fast_fdividef", [.f32, .f32], .f32) { x, y, _, _ in
      let (dividend, divisor) = (Self.single(x), Self.single(y))
      // The CUDA Math API documents zero for divisors above 2^126, and NaN for infinity by them.
      if divisor.isFinite && abs(divisor) > 0x1p126 { return Self.singleBits(dividend * 0) }
      return FloatArithmetic.divide(x, y, .f32)
    }
    add("saturatef", [.f32], .f32) { x, _, _, _ in
      let value = Self.single(x)
      return Self.singleBits(value > 0 ? min(value, 1) : 0)
    }
    add("rcp64h", [.f64], .f64) { x, _, _, _ in Self.bits(Self.reciprocalOfUpperHalf(x)) }
  }

  private mutating func addFast(_ name: String, _ body: @escaping @Sendable (Double) -> Double) {
    add("fast_" + name, [.f32], .f32) { x, _, _, _ in Self.singleBits(body(Self.single(x))) }
  }

  /// One over the upper 32 bits of an `f64`, without its lower 32 bits; subnormal numbers count as
  /// zero (PTX ISA, "rcp.approx.ftz.f64").
  private static func reciprocalOfUpperHalf(_ bits: UInt64) -> Double {
    func flushed(_ value: Double) -> Double {
      value.isSubnormal ? Double(signOf: value, magnitudeOf: 0) : value
    }
    let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000
    let reciprocal = 1 / flushed(Double(bitPattern: bits & upperHalf))
    return flushed(Double(bitPattern: reciprocal.bitPattern & upperHalf))
  }
}
