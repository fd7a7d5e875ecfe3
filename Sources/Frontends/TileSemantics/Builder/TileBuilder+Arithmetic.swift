import IR

/// Operations on two numbers.
///
/// The operands must have one element type, sign included: promotion is the front end's decision.
/// Shapes are broadcast. The result has the operands' element type, except that division and
/// remainder of `f16` and `bf16` compute and result in `f32`, division of integers in `f32`, and
/// minimum and maximum of `bf16` in `f32`.
extension TileBuilder {
  /// `lhs op rhs`; with `add` and `subtract`, the left operand (or with `add` the right one) may
  /// be a pointer, which moves by that number of elements.
  public mutating func binary(
    _ op: BinaryOperator, _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> Operand {
    try requireElements(lhs, for: op.name)
    try requireElements(rhs, for: op.name)
    if lhs.type.isPointer || rhs.type.isPointer { return try movePointer(op, lhs, rhs) }
    try requireSameElements(lhs, rhs, for: op.name)
    try requireKind(of: lhs, for: op)
    let (first, second) = try broadcast(
      widened(lhs, for: op), widened(rhs, for: op), for: op.name)
    if case .divide = op, first.type.isInteger {
      return emit(.divf, [try convert(first, to: .f32), try convert(second, to: .f32)])
    }
    let opcode =
      first.type.isFloat
      ? floatOpcode(for: op) : integerOpcode(for: op, isUnsigned: first.isUnsigned)
    return emit(opcode, [first, second])
  }

  /// `pointer + offset`, `offset + pointer` or `pointer - offset`.
  private mutating func movePointer(
    _ op: BinaryOperator, _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> Operand {
    let isSum = op == .add
    let (pointer, offset) = isSum && !lhs.type.isPointer ? (rhs, lhs) : (lhs, rhs)
    guard isSum || op == .subtract, pointer.type.isPointer, offset.type.isInteger else {
      throw SemanticError(
        "\(op.name): has \(lhs.typeName) and \(rhs.typeName), "
          + "but pointers can only be moved by integers")
    }
    var (base, distance) = try broadcast(pointer, offset, for: op.name)
    // Offsets are read with a sign, so one without needs a bit more.
    if distance.isUnsigned, distance.scalar != .i64 { distance = try convert(distance, to: .i64) }
    if !isSum { distance = try negate(distance) }
    return emit(
      AddPointer(pointer: base.value, offset: distance.value, type: base.type),
      isUnsigned: base.isUnsigned)
  }

  private func requireKind(of operand: Operand, for op: BinaryOperator) throws(SemanticError) {
    switch op {
    case .add, .subtract, .multiply, .divide, .remainder, .minimum, .maximum: break
    case .floorDivide, .and, .or, .xor, .shiftLeft, .shiftRight:
      try requireIntegers(operand, for: op.name)
    }
  }

  /// `operand` in the type in which `op` computes.
  private mutating func widened(
    _ operand: Operand, for op: BinaryOperator
  ) throws(SemanticError) -> Operand {
    switch op {
    case .divide, .remainder:
      operand.scalar == .f16 || operand.scalar == .bf16 ? try convert(operand, to: .f32) : operand
    case .minimum, .maximum: try promotingBFloat16(operand)
    default: operand
    }
  }

  /// `operand`, in `f32` if it was `bf16`.
  mutating func promotingBFloat16(_ operand: Operand) throws(SemanticError) -> Operand {
    operand.scalar == .bf16 ? try convert(operand, to: .f32) : operand
  }

  private func floatOpcode(for op: BinaryOperator) -> Opcode {
    switch op {
    case .add: .addf
    case .subtract: .subf
    case .multiply: .mulf
    case .divide: .divf
    case .remainder: .remf
    case .minimum(.none): .minnumf
    case .minimum(.all): .minimumf
    case .maximum(.none): .maxnumf
    case .maximum(.all): .maximumf
    case .floorDivide, .and, .or, .xor, .shiftLeft, .shiftRight:
      preconditionFailure("integers were required")
    }
  }

  private func integerOpcode(for op: BinaryOperator, isUnsigned: Bool) -> Opcode {
    switch op {
    case .add: .addi
    case .subtract: .subi
    case .multiply: .muli
    case .floorDivide: isUnsigned ? .divui : .divsi
    case .remainder: isUnsigned ? .remui : .remsi
    case .and: .andi
    case .or: .ori
    case .xor: .xori
    case .shiftLeft: .shli
    case .shiftRight: isUnsigned ? .shrui : .shrsi
    case .minimum: isUnsigned ? .minui : .minsi
    case .maximum: isUnsigned ? .maxui : .maxsi
    case .divide: preconditionFailure("integers were converted")
    }
  }
}
