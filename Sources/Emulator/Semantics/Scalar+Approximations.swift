import Arithmetic
import PTX

extension Scalar {
  /// Functions that the machine approximates: here the value in double precision, rounded once,
  /// which lies within the machine's documented error (PTX ISA 9.7.3).
  static func approximate(
    _ operation: LaneOperation, _ format: FloatFormat, _ a: UInt64, _ b: UInt64
  ) -> UInt64? {
    let x = format.decode(a)
    let result: Double
    switch operation {
    case .divApproximate:
      let y = format.decode(b)
      // A divisor between 2^126 and 2^128 gives zero, with an infinity NaN (PTX ISA, "div").
      result = x / y
    case .reciprocalApproximate:
      result = 1 / x
      // rcp.approx.ftz.f64 reads and computes the upper half only and clears the lower.
      if format == .f64 {
        let upper = format.decode(a & 0xFFFF_FFFF_0000_0000)
        return upperHalf(upper, 1 / upper)
      }
    case .squareRootApproximate: result = x.squareRoot()
    case .reciprocalSquareRootApproximate:
      result = 1 / x.squareRoot()
      if format == .f64 { return upperHalf(x, result) }
    case .sine: result = FloatArithmetic.sin(x)
    case .cosine: result = FloatArithmetic.cos(x)
    case .logarithm2: result = FloatArithmetic.log2(x)
    case .exponential2: result = FloatArithmetic.exp2(x)
    case .tangentHyperbolic: result = FloatArithmetic.tanh(x)
    default: return nil
    }
    return result.isNaN ? format.canonicalNaN : format.encode(result)
  }

  private static func upperHalf(_ x: Double, _ result: Double) -> UInt64 {
    if result.isNaN { return 0x7FFF_FFFF_0000_0000 }
    return result.bitPattern & 0xFFFF_FFFF_0000_0000
  }
}
