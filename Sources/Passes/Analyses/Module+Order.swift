import IR

extension Module {
  /// All operations below `op`, each behind those that define what it uses; blocks that are never
  /// entered come last.
  func opsInDominanceOrder(of op: OpID) -> [OpID] {
    var result: [OpID] = []
    var pending = childrenInDominanceOrder(of: op).reversed() as [OpID]
    while let next = pending.popLast() {
      result.append(next)
      if regionCount(of: next) > 0 { pending += childrenInDominanceOrder(of: next).reversed() }
    }
    return result
  }

  private func childrenInDominanceOrder(of op: OpID) -> [OpID] {
    regions(of: op).flatMap { region -> [OpID] in
      guard let entry = firstBlock(of: region) else { return [] }
      let reached = Dominance.reversePostorder(from: entry, in: self)
      let others = blocks(in: region).filter { !reached.contains($0) }
      return (reached + others).flatMap { ops(in: $0) }
    }
  }
}
