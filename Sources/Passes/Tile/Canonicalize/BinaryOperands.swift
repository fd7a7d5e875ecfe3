import Arithmetic
import IR

/// The operands of an operation on two values of one type, with what is known of them.
struct BinaryOperands {
  let lhs, rhs: ValueID
  /// The type of the operands.
  let type: Type
  /// The bits of an operand that is a constant, or a tile of equal constants.
  let left, right: UInt64?

  init(of op: OpID, in module: borrowing Module) {
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    type = module.type(of: lhs)
    left = module.constantBits(lhs)
    right = module.constantBits(rhs)
  }

  var width: Int { type.scalar?.bitWidth ?? 64 }
  /// The integer whose bits are all set.
  var allOnes: UInt64 { IntegerArithmetic.mask(width) }
  /// The format of the operands, if they are floats.
  var format: FloatFormat? { type.scalar?.floatFormat }
}

extension Module {
  /// The operands of `value` if it is computed by `opcode` from two values.
  func operands(of value: ValueID, definedBy opcode: Opcode) -> BinaryOperands? {
    guard let op = definingOp(of: value), self.opcode(of: op) == opcode else { return nil }
    return BinaryOperands(of: op, in: self)
  }

  /// The operand of `value` if it is computed by `opcode` from one value.
  func operand(of value: ValueID, definedBy opcode: Opcode) -> ValueID? {
    guard let op = definingOp(of: value), self.opcode(of: op) == opcode else { return nil }
    return operand(0, of: op)
  }

  /// `x op (y op z)` with constants `y` and `z`, for an operation that may be regrouped: the
  /// operation on `x` and the constant `combine(y, z)`.
  func regrouped(
    _ op: OpID, _ combine: (UInt64, UInt64) -> UInt64
  ) -> Replacement? {
    let outer = BinaryOperands(of: op, in: self)
    guard let second = outer.right,
      let inner = operands(of: outer.lhs, definedBy: opcode(of: op)), let first = inner.right
    else { return nil }
    return .expression(
      .binary(
        opcode(of: op), .value(inner.lhs), .number(combine(first, second), outer.type),
        outer.type))
  }
}
