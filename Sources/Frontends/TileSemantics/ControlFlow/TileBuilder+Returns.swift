import IR

/// Returning before the end of a function that has no results.
///
/// A return directly in the function ends its block. A return in one branch of an `if` directly in
/// the function makes blocks: the branches become blocks of the function, one ends with
/// `tt.return`, and the rest of the function goes on in the other, without an `scf.if`.
///
/// A return further inside cannot leave its regions. There every `if` that may have returned yields
/// a flag as its last result; where it returned, its other results are poison. The rest of the
/// branch around it stands in the second region of another `scf.if` on that flag, which yields the
/// flag on. Directly in the function, the flag decides between a block that returns and the rest.
///
/// What must stay true: the rest of a branch is written where `Branch.lastBlock` ends, so nothing
/// that follows a return is computed by a program that returned.
extension TileBuilder {
  /// Returns from the function here. What follows up to the end of the branch is dropped.
  ///
  /// - Throws: inside a loop or a function that is applied to elements.
  public mutating func emitReturn() throws(SemanticError) {
    for scope in scopes {
      if case .closed(let name) = scope.kind {
        throw SemanticError("return: cannot return from inside \(name)")
      }
    }
    guard var scope = scopes.last, case .conditional(var then, let otherwise) = scope.kind else {
      return returnFromFunction()
    }
    let branch = otherwise ?? then
    guard branch.returned == nil else { return }
    let block = branch.lastBlock
    let place = OpenScope.ReturnPoint(block: block, last: module.lastOp(of: block))
    if var open = otherwise {
      open.returned = place
      scope.kind = .conditional(then: then, otherwise: open)
    } else {
      then.returned = place
      scope.kind = .conditional(then: then, otherwise: nil)
    }
    scopes[scopes.count - 1] = scope
  }

  /// Returns from the function if `condition` holds, and goes on otherwise.
  ///
  /// - Throws: if the condition is not one truth value, or inside a loop.
  public mutating func emitEarlyReturn(when condition: Operand) throws(SemanticError) {
    let scope = try beginIf(condition)
    try emitReturn()
    beginElse(scope)
    _ = try endIf(scope)
  }

  /// The branch that the point stands in, or the function, has returned: what follows is dropped.
  public var hasReturned: Bool {
    guard case .conditional(let then, let otherwise)? = scopes.last?.kind else {
      return unreachableBlock != nil
    }
    return (otherwise ?? then).returned != nil
  }

  private mutating func returnFromFunction() {
    guard unreachableBlock == nil, let block = blockOfPoint else { return }
    insert(Return())
    let dead = module.appendBlock(to: module.region(of: block))
    unreachableBlock = dead
    point = .end(of: dead)
  }

  /// Drops what was written into a branch after it returned.
  mutating func trim(_ branch: OpenScope.Branch) {
    guard let returned = branch.returned else { return }
    for op in module.ops(in: returned.block).reversed() {
      if op == returned.last { return }
      module.erase(op)
    }
  }

  /// Ends the block of `op` by going on in one of the branches, which become blocks.
  mutating func branch(
    at op: OpID, returning: OpenScope.Branch, continuing: OpenScope.Branch
  ) {
    guard let block = module.block(of: op) else { preconditionFailure("an if outside of a block") }
    let isFirst = module.firstBlock(of: module.region(0, of: op)) == returning.block
    let region = module.region(of: block)
    closeGuards(of: returning)
    module.insert(
      ConditionalBranch(
        condition: module.operand(0, of: op),
        whenTrue: isFirst ? returning.block : continuing.block,
        whenFalse: isFirst ? continuing.block : returning.block),
      at: .before(op), origin: module.origin(of: op))
    module.moveBlocks(from: module.region(0, of: op), to: region)
    module.moveBlocks(from: module.region(1, of: op), to: region)
    module.erase(op)
    module.insert(Return(), at: .end(of: returning.block), origin: origin)
    point = .end(of: continuing.block)
  }

  /// Ends the regions of a branch that returns in any case.
  mutating func closeGuards(of branch: OpenScope.Branch) {
    for rest in branch.guards {
      for block in [rest.returned, rest.rest] {
        module.insert(Yield(), at: .end(of: block), origin: origin)
      }
    }
  }

  /// Ends a branch by yielding `values`, or poison if it returned, and the flag if there is one.
  mutating func yield(
    _ values: [Operand], from branch: OpenScope.Branch, like models: [Operand], isFlagged: Bool
  ) {
    point = .end(of: branch.lastBlock)
    var yielded = values
    var flag: Operand?
    if branch.returned != nil {
      yielded = models.map { poison($0.type, isUnsigned: $0.isUnsigned) }
      flag = constant(true)
    } else if isFlagged {
      flag = constant(false)
    }
    for rest in branch.guards.reversed() {
      insert(Yield(values: (yielded + [flag].compactMap { $0 }).map(\.value)))
      point = .end(of: rest.returned)
      let dead = models.map { poison($0.type, isUnsigned: $0.isUnsigned) }
      insert(Yield(values: (dead + [constant(true)]).map(\.value)))
      let closed = rebuildIf(rest.op, types: models.map(\.type) + [.i1])
      yielded = results(of: closed, like: models)
      flag = Operand(module.result(models.count, of: closed), .i1)
      point = placeBehind(closed)
    }
    insert(Yield(values: (yielded + [flag].compactMap { $0 }).map(\.value)))
  }

  /// Makes everything that follows depend on `flag` being false.
  mutating func guardRest(by flag: Operand) {
    guard let block = blockOfPoint else { preconditionFailure("an if outside of a block") }
    guard let scope = scopes.last, case .conditional(var then, let otherwise) = scope.kind else {
      let region = module.region(of: block)
      let returned = module.appendBlock(to: region)
      let rest = module.appendBlock(to: region)
      insert(ConditionalBranch(condition: flag.value, whenTrue: returned, whenFalse: rest))
      module.insert(Return(), at: .end(of: returned), origin: origin)
      point = .end(of: rest)
      return
    }
    let op = insert(If(condition: flag.value, types: []))
    let returned = module.appendBlock(to: module.region(0, of: op))
    let rest = module.appendBlock(to: module.region(1, of: op))
    let added = OpenScope.Guard(op: op, returned: returned, rest: rest)
    if var open = otherwise {
      open.guards.append(added)
      scopes[scopes.count - 1].kind = .conditional(then: then, otherwise: open)
    } else {
      then.guards.append(added)
      scopes[scopes.count - 1].kind = .conditional(then: then, otherwise: nil)
    }
    point = .end(of: rest)
  }
}
