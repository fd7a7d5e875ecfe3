import Arithmetic
import PTX

/// What instructions compute from the bits of one lane.
enum Scalar {
  /// The format of floats of `type`, or of each of a pair.
  static func format(_ type: PTXType) -> FloatFormat {
    switch type {
    case .f16, .f16x2: .f16
    case .bf16, .bf16x2: .bf16
    case .tf32: .tf32
    case .f64: .f64
    case .e4m3, .e4m3x2: .f8E4M3FN
    case .e5m2, .e5m2x2: .f8E5M2
    default: .f32
    }
  }

  /// `bits` of a value of `type` extended to 64 bits.
  @inline(__always)
  static func extend(_ bits: UInt64, _ type: PTXType) -> UInt64 {
    let width = min(type.bitWidth, 64)
    return type.isSigned
      ? UInt64(bitPattern: IntegerArithmetic.signed(bits, width: width))
      : bits & IntegerArithmetic.mask(width)
  }

  /// What `setp` finds.
  static func compare(
    _ comparison: Comparison, _ a: UInt64, _ b: UInt64, _ type: PTXType, isFlushing: Bool
  ) -> Bool {
    if FunctionDecoder.isFloat(type) {
      let format = format(type)
      var (x, y) = (format.decode(a), format.decode(b))
      if isFlushing { (x, y) = (flush(x, format), flush(y, format)) }
      return compareFloats(comparison, x, y)
    }
    let (x, y) = (extend(a, type), extend(b, type))
    let isLess =
      type.isSigned ? Int64(bitPattern: x) < Int64(bitPattern: y) : x < y
    switch comparison {
    case .eq, .equ: return x == y
    case .ne, .neu: return x != y
    case .lt, .lo, .ltu: return isLess
    case .le, .ls, .leu: return isLess || x == y
    case .gt, .hi, .gtu: return !isLess && x != y
    case .ge, .hs, .geu: return !isLess
    case .num, .nan: return false
    }
  }

  private static func compareFloats(_ comparison: Comparison, _ x: Double, _ y: Double) -> Bool {
    let isUnordered = x.isNaN || y.isNaN
    switch comparison {
    case .eq: return x == y
    case .ne: return !isUnordered && x != y
    case .lt, .lo: return x < y
    case .le, .ls: return x <= y
    case .gt, .hi: return x > y
    case .ge, .hs: return x >= y
    case .equ: return isUnordered || x == y
    case .neu: return x != y
    case .ltu: return isUnordered || x < y
    case .leu: return isUnordered || x <= y
    case .gtu: return isUnordered || x > y
    case .geu: return isUnordered || x >= y
    case .num: return !isUnordered
    case .nan: return isUnordered
    }
  }

  /// `value` with a subnormal number of `format` turned into zero of the same sign.
  static func flush(_ value: Double, _ format: FloatFormat) -> Double {
    let smallest = Double(sign: .plus, exponent: 1 - format.bias, significand: 1)
    return value.magnitude < smallest ? (value.sign == .minus ? -0.0 : 0.0) : value
  }

  /// What `testp` asks about a value.
  struct FloatValueClass {
    var isFinite, isInfinite, isNaN, isNormal, isSubnormal: Bool

    init(_ bits: UInt64, _ type: PTXType) {
      if type == .f64 {
        let value = Double(bitPattern: bits)
        (isFinite, isInfinite, isNaN) = (value.isFinite, value.isInfinite, value.isNaN)
        (isNormal, isSubnormal) = (value.isNormal, value.isSubnormal)
      } else {
        let value = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
        (isFinite, isInfinite, isNaN) = (value.isFinite, value.isInfinite, value.isNaN)
        (isNormal, isSubnormal) = (value.isNormal, value.isSubnormal)
      }
    }
  }
}
