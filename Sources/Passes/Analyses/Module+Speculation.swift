import IR

extension Module {
  /// `op` may run where the program would not have run it: it is pure, it ends, and it has a
  /// meaning for all operands.
  func isSpeculatable(_ op: OpID) -> Bool {
    guard isPure(op), !mayFault(op), opcode(of: op) != .while else { return false }
    return descendants(of: op).allSatisfy { !mayFault($0) && opcode(of: $0) != .while }
  }

  /// `op` is an integer division whose operands may give it no meaning.
  private func mayFault(_ op: OpID) -> Bool {
    let opcode = opcode(of: op)
    if opcode == .divui || opcode == .remui {
      return constantBits(operand(1, of: op)).map { $0 == 0 } ?? true
    }
    if opcode == .divsi || opcode == .remsi {
      return constantInteger(operand(1, of: op)).map { $0 == 0 || $0 == -1 } ?? true
    }
    return false
  }
}
