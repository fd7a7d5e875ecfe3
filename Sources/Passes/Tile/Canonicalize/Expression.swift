import IR

/// What a value can be computed from: an expression over values that are there.
indirect enum Expression {
  case value(ValueID)
  case constant(Constant)
  /// An operation with one result; its operands are those of the draft.
  case operation(OpDraft)
  /// An operation whose operands are expressions; those of the draft are empty.
  case nested(OpDraft, [Expression])
}

extension Expression {
  /// The number `bits`, or a tile of it.
  static func number(_ bits: UInt64, _ type: Type) -> Expression {
    .constant(Constant(bits: bits, type: type))
  }

  /// The truth value `value`, or a tile of it.
  static func truth(_ value: Bool, _ type: Type) -> Expression { .number(value ? 1 : 0, type) }

  static func operation(_ operation: some Operation) -> Expression { .operation(operation.draft) }

  static func unary(_ opcode: Opcode, _ operand: ValueID, _ type: Type) -> Expression {
    .operation(OpDraft(opcode, operands: [operand], results: [type]))
  }

  static func binary(
    _ opcode: Opcode, _ lhs: Expression, _ rhs: Expression, _ type: Type
  ) -> Expression {
    .nested(OpDraft(opcode, results: [type]), [lhs, rhs])
  }
}

/// What can stand in the place of an operation.
enum Replacement {
  /// One expression for each result.
  case values([Expression])
  /// An operation with the same results and the same or fewer effects.
  case operation(OpDraft)

  static func value(_ value: ValueID) -> Replacement { .values([.value(value)]) }
  static func expression(_ expression: Expression) -> Replacement { .values([expression]) }
  static func number(_ bits: UInt64, _ type: Type) -> Replacement {
    .values([.number(bits, type)])
  }
  static func truth(_ value: Bool, _ type: Type) -> Replacement { .values([.truth(value, type)]) }
  static func operation(_ operation: some Operation) -> Replacement {
    .operation(operation.draft)
  }
  static func unary(_ opcode: Opcode, _ operand: ValueID, _ type: Type) -> Replacement {
    .values([.unary(opcode, operand, type)])
  }
}
