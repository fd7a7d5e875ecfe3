import IR

/// Throwing away loops that were opened, as a front end does that traced a body for its types.
extension TileBuilder {
  /// Removes the innermost open control flow, a `for`, with everything in it, and goes to where it
  /// stood.
  public mutating func abandonFor(_ scope: ForScope) { abandon(scope.op) }

  /// Removes the innermost open control flow, a `while`, with everything in it, and goes to where
  /// it stood.
  public mutating func abandonWhile(_ scope: WhileScope) { abandon(scope.op) }

  /// Leaves the innermost open control flow, a function that is applied to elements, and goes
  /// behind its operation, which stays unfinished: the module can no longer be used.
  public mutating func abandonCombination(_ scope: CombineScope) {
    precondition(
      scopes.last?.op == scope.op, "abandoning a function that is not the innermost control flow")
    scopes.removeLast()
    point = scope.resume
  }

  private mutating func abandon(_ op: OpID) {
    precondition(scopes.last?.op == op, "abandoning a loop that is not the innermost control flow")
    scopes.removeLast()
    let next = module.next(after: op)
    guard let block = module.block(of: op) else { preconditionFailure("a loop outside of a block") }
    module.erase(op)
    point = next.map { .before($0) } ?? .end(of: block)
  }
}
