import Arithmetic
import IR

extension Module {
  /// `min(x, x) -> x`, `min(x, smallest) -> smallest`, `min(x, largest) -> x`, and so for `max`
  func simplifyIntegerExtremum(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.lhs == operands.rhs { return .value(operands.lhs) }
    let (absorbing, neutral) = extremes(of: opcode(of: op), width: operands.width)
    if operands.right == absorbing { return .value(operands.rhs) }
    return operands.right == neutral ? .value(operands.lhs) : nil
  }

  /// The operand that is always the result, and the one that never is.
  private func extremes(
    of opcode: Opcode, width: Int
  ) -> (absorbing: UInt64, neutral: UInt64) {
    let isSigned = opcode == .minsi || opcode == .maxsi
    let least = isSigned ? IntegerArithmetic.signedMinimum(width) : 0
    let greatest =
      isSigned ? IntegerArithmetic.signedMaximum(width) : IntegerArithmetic.mask(width)
    let isMinimum = opcode == .minsi || opcode == .minui
    return isMinimum ? (least, greatest) : (greatest, least)
  }

  /// `|(|x|)| -> |x|`
  func simplifyIntegerAbsolute(_ op: OpID) -> Replacement? {
    let source = operand(0, of: op)
    return operand(of: source, definedBy: .absi) == nil ? nil : .value(source)
  }
}
