import IR

extension Module {
  /// `sum(a[:, :, None] * b[None, :, :], axis 1) -> dot(a, b, 0)` for floats of 32 bits, if nothing
  /// else uses the products.
  func dotOfProducts(_ op: OpID) -> Replacement? {
    guard let reduction = view(op, as: Reduce.self), reduction.sources.count == 1,
      reduction.axis == 1, isSumOfTwo(op), hasOneUse(reduction.sources[0]),
      let product = operands(of: reduction.sources[0], definedBy: .mulf),
      product.type.scalar == .f32, product.type.rank == 3,
      let (lhs, rhs) = factors(of: product)
    else { return nil }
    let zero = Expression.number(0, reduction.types[0])
    let dot = Dot(
      lhs: lhs, rhs: rhs, accumulator: lhs, precision: .ieee, type: reduction.types[0]
    ).draft
    return .expression(
      .nested(
        OpDraft(dot.opcode, results: dot.resultTypes, attributes: dot.attributes),
        [.value(lhs), .value(rhs), zero]))
  }

  /// The region of `op` adds its two parameters as floats and does nothing else.
  private func isSumOfTwo(_ op: OpID) -> Bool {
    guard let block = onlyBlock(0, of: op) else { return false }
    let ops = ops(in: block)
    return ops.count == 2 && opcode(of: ops[0]) == .addf
      && Set(operands(of: ops[0])) == Set(parameters(of: block))
      && operands(of: ops[1]) == [result(of: ops[0])]
  }

  private func factors(of product: BinaryOperands) -> (lhs: ValueID, rhs: ValueID)? {
    for (first, second) in [(product.lhs, product.rhs), (product.rhs, product.lhs)] {
      if let lhs = repeated(first, along: 2), let rhs = repeated(second, along: 0) {
        return (lhs, rhs)
      }
    }
    return nil
  }

  /// The matrix that `value` repeats along dimension `axis`.
  private func repeated(_ value: ValueID, along axis: Int) -> ValueID? {
    guard let expanded = operand(of: value, definedBy: .broadcast),
      let definer = definingOp(of: expanded), let expansion = view(definer, as: ExpandDims.self),
      expansion.axis == axis,
      type(of: value).shape.removing(axis) == type(of: expansion.source).shape
    else { return nil }
    return expansion.source
  }
}
