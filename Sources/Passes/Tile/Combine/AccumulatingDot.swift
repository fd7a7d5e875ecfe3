import IR

extension Module {
  /// `dot(a, b, 0) + c -> dot(a, b, c)`, if nothing else uses the product.
  ///
  /// A product of floats that a hardware accumulator adds up in parts keeps its sum apart.
  func accumulatingDot(_ op: OpID) -> Replacement? {
    guard opcode(of: op) == .addi || opcode(of: op) == .addf else { return nil }
    let operands = BinaryOperands(of: op, in: self)
    for (product, addend) in [(operands.lhs, operands.rhs), (operands.rhs, operands.lhs)] {
      guard var dot = ownProduct(product, usedBy: op) else { continue }
      dot.accumulator = addend
      return .operation(dot)
    }
    return nil
  }

  private func ownProduct(_ value: ValueID, usedBy op: OpID) -> Dot? {
    guard hasOneUse(value), let definer = definingOp(of: value),
      block(of: definer) == block(of: op), let dot = view(definer, as: Dot.self),
      isZero(dot.accumulator), dot.type.isInteger || dot.maximumImpreciseAccumulations == 0
    else { return nil }
    return dot
  }
}
