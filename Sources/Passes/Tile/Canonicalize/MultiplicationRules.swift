import Arithmetic
import IR

extension Module {
  /// `x * 0 -> 0`, `x * 1 -> x`, `(x * c) * d -> x * (c * d)`
  func simplifyMultiplication(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .number(0, operands.type) }
    if operands.right == 1 { return .value(operands.lhs) }
    return regrouped(op) { IntegerArithmetic.multiply($0, $1, width: operands.width) }
  }

  /// The upper half of `x * 0` and of `x * 1` is 0.
  func simplifyHighMultiplication(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return operands.right.map { $0 <= 1 } ?? false ? .number(0, operands.type) : nil
  }

  /// `x / 1 -> x`
  func simplifyQuotient(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return isOne(operands, in: op) ? .value(operands.lhs) : nil
  }

  /// `x % 1 -> 0`
  func simplifyRemainder(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    return isOne(operands, in: op) ? .number(0, operands.type) : nil
  }

  /// The divisor is one. The only bit of an `i1` is its sign, so there it reads as minus one.
  private func isOne(_ operands: BinaryOperands, in op: OpID) -> Bool {
    let readsSign = opcode(of: op) == .divsi || opcode(of: op) == .remsi
    return operands.right == 1 && !(readsSign && operands.width == 1)
  }
}
