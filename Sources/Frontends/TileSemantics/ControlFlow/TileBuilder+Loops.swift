import IR

/// `for` over integers that only the running program knows.
extension TileBuilder {
  /// Opens a loop over the integers from `lower` up to, but not including, `upper`, and goes to the
  /// start of its body.
  ///
  /// The bounds are converted to the widest of their types. A constant negative step counts down
  /// from `lower` to, but not including, `upper`: the loop runs upwards and the number is mirrored.
  ///
  /// - Parameter carried: the values of the variables that the body may change.
  /// - Throws: if a bound or the step is not one integer, or the step is zero.
  public mutating func beginFor(
    lower: Operand, upper: Operand, step: Operand, carried: [Operand] = [],
    attributes: LoopAttributes = LoopAttributes()
  ) throws(SemanticError) -> ForScope {
    try attributes.requireValid()
    for (operand, role) in [(lower, "lower bound"), (upper, "upper bound"), (step, "step")] {
      guard operand.isScalar, operand.type.isInteger, !operand.isBoolean else {
        throw SemanticError("for: \(role) is \(operand.typeName), expected a scalar integer")
      }
    }
    let constantStep = constantInteger(step)
    guard constantStep != 0 else { throw SemanticError("for: step is 0") }
    let index = try promotedElement(
      promotedElement(lower, upper), step.numberType ?? NumberType(.i32))
    let isReversed = (constantStep ?? 1) < 0
    var bounds = isReversed ? [upper, lower, step] : [lower, upper, step]
    if isReversed { bounds[2] = try negate(step) }
    for position in bounds.indices {
      bounds[position] = try convert(
        bounds[position], to: index.type, isUnsigned: index.isUnsigned)
    }
    var draft = For(
      lower: bounds[0].value, upper: bounds[1].value, step: bounds[2].value,
      initialValues: carried.map(\.value), types: carried.map(\.type)
    ).draft
    draft.attributes = attributes.list
    if index.isUnsigned { draft.attributes["unsignedCmp"] = .unit }
    let op = insert(draft)
    let body = module.appendBlock(
      to: module.region(0, of: op), parameters: [.scalar(index.type)] + carried.map(\.type))
    scopes.append(OpenScope(op: op, kind: .closed(name: "a 'for' loop")))
    point = .end(of: body)
    let parameters = Array(module.parameters(of: body))
    var induction = Operand(parameters[0], .scalar(index.type), isUnsigned: index.isUnsigned)
    if isReversed {
      induction = try binary(.add, binary(.subtract, bounds[1], induction), bounds[0])
    }
    let values = zip(parameters.dropFirst(), carried).map { value, model in
      Operand(value, model.type, isUnsigned: model.isUnsigned)
    }
    return ForScope(op: op, induction: induction, carried: values, initial: carried)
  }

  /// Closes a loop and goes behind it.
  ///
  /// - Parameters:
  ///   - values: the variables at the end of an iteration, as many as are carried.
  ///   - keeping: which variables stay carried; by default those that an iteration changes.
  ///     Others must be unchanged; the loop then uses the value from before it.
  ///   - names: what messages call the variables.
  /// - Returns: the variables after the loop.
  /// - Throws: if an iteration changes the type of a variable.
  public mutating func endFor(
    _ scope: ForScope, yielding values: [Operand], keeping: [Bool]? = nil, names: [String] = []
  ) throws(SemanticError) -> [Operand] {
    try closeLoop(scope.op, "for", initial: scope.initial, values, names)
    insertYield(values)
    let isKept = scope.carried.indices.map { position in
      let isUnchanged =
        values[position].value == scope.carried[position].value
        || values[position].value == scope.initial[position].value
      return !isUnchanged || (keeping?[position] ?? false)
    }
    let op = isKept.allSatisfy { $0 } ? scope.op : dropUnchanged(scope, isKept)
    point = placeBehind(op)
    return merge(results: op, kept: isKept, initial: scope.initial)
  }

  /// Puts a loop that carries only the kept variables in the place of the open one.
  private mutating func dropUnchanged(_ scope: ForScope, _ isKept: [Bool]) -> OpID {
    let kept = scope.initial.indices.filter { isKept[$0] }.map { scope.initial[$0] }
    let bounds = (0..<3).map { module.operand($0, of: scope.op) }
    var draft = For(
      lower: bounds[0], upper: bounds[1], step: bounds[2], initialValues: kept.map(\.value),
      types: kept.map(\.type)
    ).draft
    draft.attributes = module.attributes(of: scope.op)
    let op = module.insert(draft, at: .before(scope.op), origin: module.origin(of: scope.op))
    module.moveBlocks(from: module.region(0, of: scope.op), to: module.region(0, of: op))
    guard let body = module.firstBlock(of: module.region(0, of: op)) else { return op }
    removeYielded(isKept, in: body)
    dropParameters(isKept, of: body, from: 1, for: scope.initial)
    module.erase(scope.op)
    return op
  }
}

// MARK: - Shared with while

extension TileBuilder {
  /// Leaves the innermost scope, which is the loop `op`, after checking what an iteration yields.
  mutating func closeLoop(
    _ op: OpID, _ name: String, initial: [Operand], _ values: [Operand], _ names: [String]
  ) throws(SemanticError) {
    precondition(
      scopes.last?.op == op && values.count == initial.count,
      "closing a loop that is not the innermost control flow")
    scopes.removeLast()
    for position in values.indices {
      let (before, after) = (initial[position], values[position])
      guard before.type == after.type, before.isUnsigned == after.isUnsigned else {
        point = placeBehind(op)
        throw SemanticError(
          "\(name): loop-carried \(variable(position, names)) enters the loop as "
            + "\(before.typeName) but leaves an iteration as \(after.typeName)")
      }
    }
  }

  /// Yields `values` at the point.
  mutating func insertYield(_ values: [Operand]) { insert(Yield(values: values.map(\.value))) }

  /// Makes the `scf.yield` at the end of `block` yield only what is kept.
  mutating func removeYielded(_ isKept: [Bool], in block: BlockID) {
    guard let last = module.terminator(of: block) else { return }
    let values = module.operands(of: last)
    let kept = values.indices.filter { isKept[$0] }.map { values[$0] }
    module.insert(Yield(values: kept), at: .before(last), origin: module.origin(of: last))
    module.erase(last)
  }

  /// Replaces the parameters of `block` from `first` on that are not kept by `values`.
  mutating func dropParameters(
    _ isKept: [Bool], of block: BlockID, from first: Int, for values: [Operand]
  ) {
    let parameters = Array(module.parameters(of: block))
    for position in isKept.indices.reversed() where !isKept[position] {
      module.replaceUses(of: parameters[first + position], with: values[position].value)
      module.removeParameter(first + position, of: block)
    }
  }

  /// The variables after a loop: its results for those that are kept.
  func merge(results op: OpID, kept isKept: [Bool], initial: [Operand]) -> [Operand] {
    var remaining = Array(module.results(of: op)).makeIterator()
    return initial.indices.map { position in
      guard isKept[position], let value = remaining.next() else { return initial[position] }
      return Operand(
        value, initial[position].type, isUnsigned: initial[position].isUnsigned)
    }
  }
}
