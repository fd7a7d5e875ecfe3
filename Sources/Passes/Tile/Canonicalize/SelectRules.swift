import IR

extension Module {
  /// `true ? x : y -> x`, `c ? x : x -> x`, `c ? true : false -> c`, `!c ? x : y -> c ? y : x`
  func simplifySelect(_ op: OpID) -> Replacement? {
    guard var select = view(op, as: Select.self) else { return nil }
    if let condition = constantBits(select.condition) {
      return .value(condition != 0 ? select.whenTrue : select.whenFalse)
    }
    if areEqual(select.whenTrue, select.whenFalse) || isPoison(select.whenFalse) {
      return .value(select.whenTrue)
    }
    if isPoison(select.whenTrue) { return .value(select.whenFalse) }
    if let condition = negated(select.condition) {
      select.condition = condition
      (select.whenTrue, select.whenFalse) = (select.whenFalse, select.whenTrue)
      return .operation(select)
    }
    return selectOfTruth(select)
  }

  private func isPoison(_ value: ValueID) -> Bool {
    definingOp(of: value).map { opcode(of: $0) == .poison } ?? false
  }

  /// The value whose opposite `condition` is.
  private func negated(_ condition: ValueID) -> ValueID? {
    guard let operands = operands(of: condition, definedBy: .xori), operands.right == 1,
      operands.width == 1
    else { return nil }
    return operands.lhs
  }

  private func selectOfTruth(_ select: Select) -> Replacement? {
    guard type(of: select.condition) == select.type, select.type.scalar == .i1,
      let whenTrue = constantBits(select.whenTrue), let whenFalse = constantBits(select.whenFalse)
    else { return nil }
    if whenTrue == 1, whenFalse == 0 { return .value(select.condition) }
    guard whenTrue == 0, whenFalse == 1 else { return nil }
    return .expression(
      .binary(.xori, .value(select.condition), .truth(true, select.type), select.type))
  }
}
