import IR

extension Module {
  /// Inserts `draft`, which has one result, before `op` and as coming from there.
  mutating func insertValue(_ draft: OpDraft, before op: OpID) -> ValueID {
    result(of: insert(draft, at: .before(op), origin: origin(of: op)))
  }

  /// Inserts `opcode` on operands of one type, which the result has as well.
  mutating func insertBinary(
    _ opcode: Opcode, _ lhs: ValueID, _ rhs: ValueID, before op: OpID
  ) -> ValueID {
    insertValue(OpDraft(opcode, operands: [lhs, rhs], results: [type(of: lhs)]), before: op)
  }

  /// Inserts the integer `number`, or a tile of it.
  mutating func insertNumber(_ number: Int, _ type: Type, before op: OpID) -> ValueID {
    let bits = UInt64(bitPattern: Int64(number)).truncated(to: type.scalar?.bitWidth ?? 64)
    return insertValue(Constant(bits: bits, type: type).draft, before: op)
  }
}
