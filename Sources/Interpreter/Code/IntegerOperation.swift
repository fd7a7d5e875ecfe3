import IR

/// An operation on two integers.
enum IntegerOperation: Sendable {
  case add, subtract, multiply, multiplyHighUnsigned
  case divideSigned, divideUnsigned, remainderSigned, remainderUnsigned
  case and, or, xor, shiftLeft, shiftRightSigned, shiftRightUnsigned
  case minimumSigned, minimumUnsigned, maximumSigned, maximumUnsigned
}

extension IntegerOperation {
  init?(_ opcode: Opcode) {
    switch opcode {
    case .addi: self = .add
    case .subi: self = .subtract
    case .muli: self = .multiply
    case .mulhiui: self = .multiplyHighUnsigned
    case .divsi: self = .divideSigned
    case .divui: self = .divideUnsigned
    case .remsi: self = .remainderSigned
    case .remui: self = .remainderUnsigned
    case .andi: self = .and
    case .ori: self = .or
    case .xori: self = .xor
    case .shli: self = .shiftLeft
    case .shrsi: self = .shiftRightSigned
    case .shrui: self = .shiftRightUnsigned
    case .minsi: self = .minimumSigned
    case .minui: self = .minimumUnsigned
    case .maxsi: self = .maximumSigned
    case .maxui: self = .maximumUnsigned
    default: return nil
    }
  }
}
