extension Module {
  /// `op` has no effect besides its results, and neither has anything in its regions.
  public func isPure(_ op: OpID) -> Bool {
    switch opcode(of: op) {
    case .externElementwise, .elementwiseInlineAsm: bool("pure", of: op)
    default:
      traits(of: op).contains(.pure)
        || (traits(of: op).contains(.hasRecursiveEffects) && childrenSatisfy(op) { isPure($0) })
    }
  }

  /// `op` may be removed when its results are unused: it writes nothing, in its regions neither.
  public func isRemovable(_ op: OpID) -> Bool {
    if isPure(op) { return true }
    if let load = view(op, as: Load.self) { return !load.isVolatile }
    if traits(of: op).contains(.hasRecursiveEffects) {
      // A loop that may not end is left where it stands.
      return opcode(of: op) != .while && childrenSatisfy(op) { isRemovable($0) }
    }
    return traits(of: op).contains(.readsMemory) && !traits(of: op).contains(.hasEffects)
  }

  /// `op` or something in its regions may write memory or do something else that can be seen.
  public func mayWrite(_ op: OpID) -> Bool {
    if isPure(op) { return false }
    if let load = view(op, as: Load.self) { return load.isVolatile }
    if traits(of: op).contains(.hasRecursiveEffects) {
      return !childrenSatisfy(op) { !mayWrite($0) }
    }
    return !traits(of: op).contains(.readsMemory) || traits(of: op).contains(.hasEffects)
  }

  /// All operations in the regions of `op`, but terminators, satisfy `condition`.
  private func childrenSatisfy(_ op: OpID, _ condition: (OpID) -> Bool) -> Bool {
    children(of: op).allSatisfy { traits(of: $0).contains(.terminator) || condition($0) }
  }
}
