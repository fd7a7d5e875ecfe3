import IR

/// A function of one float.
enum FloatFunction: Sendable {
  case negate, absolute, floor, ceil
  case exp, exp2, log, log2, sin, cos, erf, squareRoot, reciprocalSquareRoot
}

extension FloatFunction {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .negf: self = .negate
    case .absf: self = .absolute
    case .floor: self = .floor
    case .ceil: self = .ceil
    case .exp: self = .exp
    case .exp2: self = .exp2
    case .log: self = .log
    case .log2: self = .log2
    case .sin: self = .sin
    case .cos: self = .cos
    case .erf: self = .erf
    case .sqrt, .preciseSqrt: self = .squareRoot
    case .rsqrt: self = .reciprocalSquareRoot
    default: return nil
    }
  }
}
