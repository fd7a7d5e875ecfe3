import IR

/// `while` on values that only the running program knows.
extension TileBuilder {
  /// Opens a loop and goes to where its condition is computed.
  ///
  /// - Parameter carried: the values of the variables that the condition or body may change.
  public mutating func beginWhile(
    carried: [Operand] = [], disablesInvariantMotion: Bool = false
  ) -> WhileScope {
    var draft = While(initialValues: carried.map(\.value), types: carried.map(\.type)).draft
    if disablesInvariantMotion {
      draft.attributes["llvm.loop_annotation"] = LoopAttributes.withoutInvariantMotion
    }
    let op = insert(draft)
    let before = module.appendBlock(to: module.region(0, of: op), parameters: carried.map(\.type))
    scopes.append(OpenScope(op: op, kind: .closed(name: "a 'while' loop")))
    point = .end(of: before)
    return WhileScope(op: op, carried: operands(of: before, like: carried), initial: carried)
  }

  /// Says whether another iteration follows, and goes to the start of the body.
  ///
  /// - Parameters:
  ///   - condition: one truth value.
  ///   - values: the variables after computing the condition; by default as they were before.
  /// - Returns: the variables at the start of the body.
  /// - Throws: if the condition is not one truth value, or computing it changes a variable's type.
  public mutating func beginWhileBody(
    _ scope: WhileScope, condition: Operand, passing values: [Operand]? = nil,
    names: [String] = []
  ) throws(SemanticError) -> [Operand] {
    precondition(scopes.last?.op == scope.op, "not the innermost control flow")
    guard condition.type == .i1 else {
      throw SemanticError("while: condition is \(condition.typeName), expected a scalar i1")
    }
    let passed = values ?? scope.carried
    precondition(passed.count == scope.carried.count, "a variable is missing")
    for position in passed.indices
    where passed[position].type != scope.carried[position].type
      || passed[position].isUnsigned != scope.carried[position].isUnsigned
    {
      throw SemanticError(
        "while: loop-carried \(variable(position, names)) enters the condition as "
          + "\(scope.carried[position].typeName) but leaves it as \(passed[position].typeName)")
    }
    insert(Condition(condition: condition.value, values: passed.map(\.value)))
    let body = module.appendBlock(
      to: module.region(1, of: scope.op), parameters: scope.carried.map(\.type))
    point = .end(of: body)
    return operands(of: body, like: scope.carried)
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
  public mutating func endWhile(
    _ scope: WhileScope, yielding values: [Operand], keeping: [Bool]? = nil,
    names: [String] = []
  ) throws(SemanticError) -> [Operand] {
    try closeLoop(scope.op, "while", initial: scope.initial, values, names)
    guard let before = module.firstBlock(of: module.region(0, of: scope.op)),
      let body = module.firstBlock(of: module.region(1, of: scope.op)),
      let condition = module.terminator(of: before)
    else { preconditionFailure("the body of a loop was never begun") }
    insertYield(values)
    let passed = module.operands(of: condition).dropFirst()
    let bodyParameters = module.parameters(of: body)
    let isKept = scope.carried.indices.map { position in
      let first = scope.initial[position].value
      let passes = passed[passed.startIndex + position]
      let isPassedOn = passes == scope.carried[position].value || passes == first
      let yielded = values[position].value
      let isYielded =
        yielded == bodyParameters[bodyParameters.startIndex + position] || yielded == first
      return !(isPassedOn && isYielded) || (keeping?[position] ?? false)
    }
    let op = isKept.allSatisfy { $0 } ? scope.op : dropUnchanged(scope, isKept)
    point = placeBehind(op)
    return merge(results: op, kept: isKept, initial: scope.initial)
  }

  /// Puts a loop that carries only the kept variables in the place of the open one.
  private mutating func dropUnchanged(_ scope: WhileScope, _ isKept: [Bool]) -> OpID {
    let kept = scope.initial.indices.filter { isKept[$0] }.map { scope.initial[$0] }
    var draft = While(initialValues: kept.map(\.value), types: kept.map(\.type)).draft
    draft.attributes = module.attributes(of: scope.op)
    let op = module.insert(draft, at: .before(scope.op), origin: module.origin(of: scope.op))
    for side in 0..<2 {
      module.moveBlocks(
        from: module.region(side, of: scope.op), to: module.region(side, of: op))
    }
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let body = module.firstBlock(of: module.region(1, of: op)),
      let last = module.terminator(of: before)
    else { return op }
    let passed = Array(module.operands(of: last).dropFirst())
    module.insert(
      Condition(
        condition: module.operand(0, of: last),
        values: passed.indices.filter { isKept[$0] }.map { passed[$0] }),
      at: .before(last), origin: module.origin(of: last))
    module.erase(last)
    removeYielded(isKept, in: body)
    dropParameters(isKept, of: before, from: 0, for: scope.initial)
    dropParameters(isKept, of: body, from: 0, for: scope.initial)
    module.erase(scope.op)
    return op
  }

  /// The parameters of `block` as operands that are read as `models` are.
  func operands(of block: BlockID, like models: [Operand]) -> [Operand] {
    zip(module.parameters(of: block), models).map { value, model in
      Operand(value, model.type, isUnsigned: model.isUnsigned)
    }
  }
}
