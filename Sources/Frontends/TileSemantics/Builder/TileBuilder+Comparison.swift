import IR

/// Comparing and choosing.
extension TileBuilder {
  /// `lhs op rhs` for each element: truth values.
  ///
  /// - Throws: if the element types differ, or are pointers.
  public mutating func compare(
    _ op: ComparisonOperator, _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> Operand {
    if lhs.type.isPointer || rhs.type.isPointer {
      throw SemanticError(
        "\(op.name): has \(lhs.typeName) and \(rhs.typeName), "
          + "but pointers cannot be compared; convert them to i64")
    }
    try requireNumbers(lhs, for: op.name)
    try requireNumbers(rhs, for: op.name)
    try requireSameElements(lhs, rhs, for: op.name)
    let (first, second) = try broadcast(lhs, rhs, for: op.name)
    let type = first.type.with(element: .i1)
    if first.type.isFloat {
      return emit(
        CompareFloat(op.floatPredicate, lhs: first.value, rhs: second.value, type: type))
    }
    let predicate = op.integerPredicate(isUnsigned: first.isUnsigned)
    return emit(CompareInteger(predicate, lhs: first.value, rhs: second.value, type: type))
  }

  /// `whenTrue` where the condition holds and `whenFalse` elsewhere; all three are broadcast.
  ///
  /// - Throws: if the condition holds no truth values, or the element types differ.
  public mutating func select(
    _ condition: Operand, _ whenTrue: Operand, _ whenFalse: Operand
  ) throws(SemanticError) -> Operand {
    guard condition.isBoolean else {
      throw SemanticError("select: condition is \(condition.typeName), expected i1")
    }
    guard whenTrue.type.element != nil, whenFalse.type.element != nil else {
      return try selectWhole(condition, whenTrue, whenFalse)
    }
    try requireSameElements(whenTrue, whenFalse, for: "select")
    var (first, second) = try broadcast(whenTrue, whenFalse, for: "select")
    var choice = condition
    (choice, first) = try broadcast(choice, first, for: "select")
    (first, second) = try broadcast(first, second, for: "select")
    return emit(
      Select(
        condition: choice.value, whenTrue: first.value, whenFalse: second.value, type: first.type),
      isUnsigned: first.isUnsigned)
  }

  /// One of two descriptors or pointers to tiles.
  private mutating func selectWhole(
    _ condition: Operand, _ whenTrue: Operand, _ whenFalse: Operand
  ) throws(SemanticError) -> Operand {
    guard condition.isScalar, whenTrue.type == whenFalse.type else {
      throw SemanticError(
        "select: cannot choose between \(whenTrue.typeName) and \(whenFalse.typeName) "
          + "by \(condition.typeName)")
    }
    return emit(
      Select(
        condition: condition.value, whenTrue: whenTrue.value, whenFalse: whenFalse.value,
        type: whenTrue.type),
      isUnsigned: whenTrue.isUnsigned)
  }

  /// `source` moved into the range from `minimum` to `maximum`; `bf16` becomes `f32`.
  ///
  /// - Throws: if the operands are no floats of one type.
  public mutating func clamp(
    _ source: Operand, minimum: Operand, maximum: Operand, propagation: NaNPropagation = .none
  ) throws(SemanticError) -> Operand {
    for operand in [source, minimum, maximum] {
      guard operand.type.isFloat else {
        throw SemanticError("clamp: has \(operand.typeName), expected floats")
      }
      try requireSameElements(source, operand, for: "clamp")
    }
    let operands = try broadcast(
      all: [
        promotingBFloat16(source), promotingBFloat16(minimum), promotingBFloat16(maximum),
      ], for: "clamp")
    return emit(
      Clamp(
        source: operands[0].value, minimum: operands[1].value, maximum: operands[2].value,
        propagation: propagation, type: operands[0].type))
  }
}
