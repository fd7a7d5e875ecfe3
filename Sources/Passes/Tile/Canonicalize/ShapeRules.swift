import IR

extension Module {
  /// `expand_dims(splat(x)) -> splat(x)`, `expand_dims(broadcast(x)) -> broadcast(expand_dims(x))`
  func simplifyExpandDims(_ op: OpID) -> Replacement? {
    guard let expansion = view(op, as: ExpandDims.self) else { return nil }
    if let uniform = splatExpression(expansion.source, as: expansion.type) {
      return .expression(uniform)
    }
    if let dense = reshapedConstant(expansion.source, to: expansion.type) {
      return .expression(dense)
    }
    guard let inner = operand(of: expansion.source, definedBy: .broadcast),
      let shape = type(of: inner).shape.inserting(1, at: expansion.axis)
    else { return nil }
    let expanded = ExpandDims(
      source: inner, axis: expansion.axis, type: type(of: inner).with(shape: shape))
    return .expression(
      .nested(OpDraft(.broadcast, results: [expansion.type]), [.operation(expanded)]))
  }

  /// `reshape(x) -> x` to its own type, `reshape(splat(x)) -> splat(x)`,
  /// `reshape(reshape(x)) -> reshape(x)`, which may reorder if one of the two may,
  /// `reshape(expand_dims(x)) -> reshape(x)`
  func simplifyReshape(_ op: OpID) -> Replacement? {
    guard var reshape = view(op, as: Reshape.self) else { return nil }
    if type(of: reshape.source) == reshape.type { return .value(reshape.source) }
    if let uniform = splatExpression(reshape.source, as: reshape.type) {
      return .expression(uniform)
    }
    if let dense = reshapedConstant(reshape.source, to: reshape.type) { return .expression(dense) }
    guard let definer = definingOp(of: reshape.source) else { return nil }
    if let inner = view(definer, as: Reshape.self) {
      reshape.source = inner.source
      reshape.allowsReorder = reshape.allowsReorder || inner.allowsReorder
      return .operation(reshape)
    }
    if let inner = view(definer, as: ExpandDims.self) {
      reshape.source = inner.source
      return .operation(reshape)
    }
    return nil
  }

  /// `broadcast(x) -> x` to its own type, `broadcast(splat(x)) -> splat(x)`,
  /// `broadcast(broadcast(x)) -> broadcast(x)`
  func simplifyBroadcast(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if self.type(of: source) == type { return .value(source) }
    if let uniform = splatExpression(source, as: type) { return .expression(uniform) }
    return operand(of: source, definedBy: .broadcast).map { .unary(.broadcast, $0, type) }
  }

  /// `trans(x) -> x` in the order that is there, `trans(splat(x)) -> splat(x)`,
  /// `trans(trans(x)) -> trans(x)`
  func simplifyTranspose(_ op: OpID) -> Replacement? {
    guard var transpose = view(op, as: Transpose.self) else { return nil }
    if transpose.order == Array(0..<transpose.order.count) { return .value(transpose.source) }
    if let uniform = splatExpression(transpose.source, as: transpose.type) {
      return .expression(uniform)
    }
    guard let definer = definingOp(of: transpose.source),
      let inner = view(definer, as: Transpose.self)
    else { return nil }
    transpose.source = inner.source
    transpose.order = transpose.order.map { inner.order[$0] }
    return .operation(transpose)
  }

  /// A constant whose elements keep their order under another shape.
  private func reshapedConstant(_ value: ValueID, to type: Type) -> Expression? {
    guard let constant = constant(value), case .dense(let elements) = constant.value else {
      return nil
    }
    return .constant(
      Constant(value: .dense(DenseElements(type: type, bits: elements.bits)), type: type))
  }
}
