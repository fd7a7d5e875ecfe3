import Arithmetic
import IR

extension Module {
  /// `x + 0 -> x`, `(x - y) + y -> x`, `(x + c) + d -> x + (c + d)`
  func simplifyAddition(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .value(operands.lhs) }
    if let difference = self.operands(of: operands.lhs, definedBy: .subi),
      difference.rhs == operands.rhs
    {
      return .value(difference.lhs)
    }
    if let difference = self.operands(of: operands.rhs, definedBy: .subi),
      difference.rhs == operands.lhs
    {
      return .value(difference.lhs)
    }
    return regrouped(op) { IntegerArithmetic.add($0, $1, width: operands.width) }
  }

  /// `x - 0 -> x`, `x - x -> 0`, `(x + y) - y -> x`, `(x + y) - x -> y`
  func simplifySubtraction(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .value(operands.lhs) }
    if operands.lhs == operands.rhs { return .number(0, operands.type) }
    if let sum = self.operands(of: operands.lhs, definedBy: .addi) {
      if sum.rhs == operands.rhs { return .value(sum.lhs) }
      if sum.lhs == operands.rhs { return .value(sum.rhs) }
    }
    return nil
  }
}
