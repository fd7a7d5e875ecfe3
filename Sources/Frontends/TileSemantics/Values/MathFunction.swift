import IR

/// A function of one number that works on `f32` and `f64` only.
public enum MathFunction: String, Hashable, Sendable, CaseIterable {
  case floor, ceil, exp, exp2, log, log2, sin, cos, erf, sqrt, rsqrt

  /// The operation that computes it.
  var opcode: Opcode {
    switch self {
    case .floor: .floor
    case .ceil: .ceil
    case .exp: .exp
    case .exp2: .exp2
    case .log: .log
    case .log2: .log2
    case .sin: .sin
    case .cos: .cos
    case .erf: .erf
    case .sqrt: .sqrt
    case .rsqrt: .rsqrt
    }
  }
}
