import IR

extension Module {
  /// `x & 0 -> 0`, `x & ones -> x`, `x & x -> x`, `(x & c) & d -> x & (c & d)`
  func simplifyAnd(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .number(0, operands.type) }
    if operands.right == operands.allOnes || operands.lhs == operands.rhs {
      return .value(operands.lhs)
    }
    return regrouped(op) { $0 & $1 }
  }

  /// `x | 0 -> x`, `x | ones -> ones`, `x | x -> x`, `(x | c) | d -> x | (c | d)`
  func simplifyOr(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == operands.allOnes { return .number(operands.allOnes, operands.type) }
    if operands.right == 0 || operands.lhs == operands.rhs { return .value(operands.lhs) }
    return regrouped(op) { $0 | $1 }
  }

  /// `x ^ 0 -> x`, `x ^ x -> 0`, `(x ^ c) ^ d -> x ^ (c ^ d)`, `!(a < b) -> a >= b`
  func simplifyExclusiveOr(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .value(operands.lhs) }
    if operands.lhs == operands.rhs { return .number(0, operands.type) }
    return invertedComparison(operands) ?? regrouped(op) { $0 ^ $1 }
  }

  private func invertedComparison(_ operands: BinaryOperands) -> Replacement? {
    guard operands.width == 1, operands.right == 1, let definer = definingOp(of: operands.lhs)
    else { return nil }
    if var comparison = view(definer, as: CompareInteger.self) {
      comparison.predicate = comparison.predicate.inverse
      return .operation(comparison)
    }
    if var comparison = view(definer, as: CompareFloat.self) {
      comparison.predicate = comparison.predicate.inverse
      return .operation(comparison)
    }
    return nil
  }

  /// `x << 0 -> x`, `0 << x -> 0`, for shifts in either direction
  func simplifyShift(_ op: OpID) -> Replacement? {
    let operands = BinaryOperands(of: op, in: self)
    if operands.right == 0 { return .value(operands.lhs) }
    return operands.left == 0 ? .number(0, operands.type) : nil
  }
}
