import IR

/// `if` on values that only the running program knows.
///
/// The code between `beginIf`, `beginElse` and `endIf` is written into the branches. How a return
/// in a branch is lowered stands in `TileBuilder+Returns.swift`.
extension TileBuilder {
  /// Opens an `if` and goes to the start of its first branch.
  ///
  /// - Throws: if the condition is not one truth value.
  public mutating func beginIf(_ condition: Operand) throws(SemanticError) -> IfScope {
    guard condition.type == .i1 else {
      throw SemanticError("if: condition is \(condition.typeName), expected a scalar i1")
    }
    let op = insert(If(condition: condition.value, types: []))
    let block = module.appendBlock(to: module.region(0, of: op))
    scopes.append(
      OpenScope(
        op: op, kind: .conditional(then: OpenScope.Branch(block: block), otherwise: nil)))
    point = .end(of: block)
    return IfScope(op: op)
  }

  /// Goes to the start of the second branch of `scope`.
  ///
  /// - Requires: `scope` is the innermost open control flow and in its first branch.
  public mutating func beginElse(_ scope: IfScope) {
    guard case .conditional(let then, nil)? = scopes.last?.kind, scopes.last?.op == scope.op else {
      preconditionFailure("the else branch of an if that is not the innermost control flow")
    }
    let block = module.appendBlock(to: module.region(1, of: scope.op))
    scopes[scopes.count - 1].kind = .conditional(
      then: then, otherwise: OpenScope.Branch(block: block))
    point = .end(of: block)
  }

  /// Closes an `if` and goes behind it.
  ///
  /// - Parameters:
  ///   - then: the values of some variables at the end of the first branch.
  ///   - otherwise: the values of the same variables at the end of the second one.
  ///   - names: what messages call the variables.
  /// - Returns: the values of the variables after the `if`. A variable that has the same value in
  ///   both branches keeps it; the others become results.
  /// - Throws: if a variable leaves the branches with different types.
  public mutating func endIf(
    _ scope: IfScope, then: [Operand] = [], otherwise: [Operand] = [], names: [String] = []
  ) throws(SemanticError) -> [Operand] {
    if case .conditional(_, nil)? = scopes.last?.kind { beginElse(scope) }
    guard case .conditional(let first, let second?)? = scopes.last?.kind,
      scopes.last?.op == scope.op, then.count == otherwise.count
    else { preconditionFailure("closing an if that is not the innermost control flow") }
    scopes.removeLast()
    point = .after(scope.op)
    trim(first)
    trim(second)
    switch (first.returned != nil, second.returned != nil) {
    case (true, true):
      closeWithoutResults(scope.op, first, second)
      try emitReturn()
      return then
    case (true, false) where scopes.isEmpty && !second.mayReturn:
      branch(at: scope.op, returning: first, continuing: second)
      return otherwise
    case (false, true) where scopes.isEmpty && !first.mayReturn:
      branch(at: scope.op, returning: second, continuing: first)
      return then
    default: break
    }
    if first.returned == nil, second.returned == nil {
      try requireAgreement(then, otherwise, names)
    }
    let yielded = then.indices.filter { then[$0].value != otherwise[$0].value }
    let models = first.returned == nil ? then : otherwise
    let values = close(
      scope.op, first, second, then: yielded.map { then[$0] },
      otherwise: yielded.map { otherwise[$0] }, like: yielded.map { models[$0] })
    var result = models
    for (position, value) in zip(yielded, values) { result[position] = value }
    return result
  }

  /// Fails if a variable leaves the branches with different types.
  private func requireAgreement(
    _ then: [Operand], _ otherwise: [Operand], _ names: [String]
  ) throws(SemanticError) {
    for position in then.indices {
      let (left, right) = (then[position], otherwise[position])
      guard left.type == right.type, left.isUnsigned == right.isUnsigned else {
        throw SemanticError(
          "if: \(variable(position, names)) is \(left.typeName) after the first branch but "
            + "\(right.typeName) after the second")
      }
    }
  }

  /// What a message calls the variable at `position`.
  func variable(_ position: Int, _ names: [String]) -> String {
    position < names.count ? "variable '\(names[position])'" : "variable \(position)"
  }

  /// Yields from both branches, and goes on behind the `if`.
  private mutating func close(
    _ op: OpID, _ first: OpenScope.Branch, _ second: OpenScope.Branch, then: [Operand],
    otherwise: [Operand], like models: [Operand]
  ) -> [Operand] {
    let isFlagged = [first, second].contains { $0.returned != nil || $0.mayReturn }
    if models.isEmpty, !isFlagged {
      closeWithoutResults(op, first, second)
      return []
    }
    yield(then, from: first, like: models, isFlagged: isFlagged)
    yield(otherwise, from: second, like: models, isFlagged: isFlagged)
    let types = models.map(\.type) + (isFlagged ? [.i1] : [])
    let closed = rebuildIf(op, types: types)
    point = placeBehind(closed)
    let values = results(of: closed, like: models)
    if isFlagged {
      guardRest(by: Operand(module.result(models.count, of: closed), .i1))
    }
    return values
  }

  private mutating func closeWithoutResults(
    _ op: OpID, _ first: OpenScope.Branch, _ second: OpenScope.Branch
  ) {
    closeGuards(of: first)
    closeGuards(of: second)
    module.insert(Yield(), at: .end(of: first.block), origin: origin)
    if module.firstOp(of: second.block) == nil {
      module.erase(second.block)
    } else {
      module.insert(Yield(), at: .end(of: second.block), origin: origin)
    }
    point = placeBehind(op)
  }

  /// The point behind `op`: the end of its block, where there is nothing more.
  func placeBehind(_ op: OpID) -> InsertionPoint {
    if module.next(after: op) == nil, let block = module.block(of: op) { return .end(of: block) }
    return .after(op)
  }

  /// Puts an `scf.if` with the same branches and results of `types` in the place of `op`.
  mutating func rebuildIf(_ op: OpID, types: [Type]) -> OpID {
    let rebuilt = module.insert(
      If(condition: module.operand(0, of: op), types: types), at: .before(op),
      origin: module.origin(of: op))
    for side in 0..<2 {
      module.moveBlocks(from: module.region(side, of: op), to: module.region(side, of: rebuilt))
    }
    module.erase(op)
    return rebuilt
  }
}
