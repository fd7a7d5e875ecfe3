import IR

/// An operation on two floats.
enum FloatOperation: Sendable {
  case add, subtract, multiply, divide, remainder
  /// NaN wins.
  case minimum, maximum
  /// NaN loses.
  case minimumNumber, maximumNumber
}

extension FloatOperation {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .addf: self = .add
    case .subf: self = .subtract
    case .mulf: self = .multiply
    case .divf, .preciseDivf: self = .divide
    case .remf: self = .remainder
    case .minimumf: self = .minimum
    case .maximumf: self = .maximum
    case .minnumf: self = .minimumNumber
    case .maxnumf: self = .maximumNumber
    default: return nil
    }
  }
}
