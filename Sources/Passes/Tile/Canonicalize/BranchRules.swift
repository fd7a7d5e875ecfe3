import IR

extension Module {
  /// A branch that is known is taken; a branch whose ways lead to the same place is none.
  mutating func simplifyConditionalBranch(_ op: OpID) -> Bool {
    guard let branch = view(op, as: ConditionalBranch.self) else { return false }
    let isTaken = constantBits(branch.condition).map { $0 != 0 }
    let leadsToOnePlace =
      branch.whenTrue == branch.whenFalse && branch.trueArguments == branch.falseArguments
    guard let way = isTaken ?? (leadsToOnePlace ? true : nil) else { return false }
    insert(
      way
        ? Branch(to: branch.whenTrue, arguments: branch.trueArguments)
        : Branch(to: branch.whenFalse, arguments: branch.falseArguments),
      at: .before(op), origin: origin(of: op))
    erase(op)
    return true
  }

  /// A block that is entered from one place alone continues that place.
  mutating func simplifyBranch(_ op: OpID) -> Bool {
    guard let branch = view(op, as: Branch.self), let block = block(of: op),
      isOnlyEntered(branch.target, from: block)
    else { return false }
    for (parameter, argument) in zip(parameters(of: branch.target), branch.arguments) {
      substitute(parameter, by: argument)
    }
    erase(op)
    moveOps(of: branch.target, to: .end(of: block), keepingTerminator: false)
    erase(branch.target)
    return true
  }

  /// `target` is no entry block and only the terminator of `block`, another block, leads to it.
  private func isOnlyEntered(_ target: BlockID, from block: BlockID) -> Bool {
    let region = region(of: target)
    guard target != block, target != firstBlock(of: region) else { return false }
    let entrances = blocks(in: region).flatMap { block in
      terminator(of: block).map { successors(of: $0) } ?? []
    }
    return entrances.count { $0 == target } == 1
  }
}
