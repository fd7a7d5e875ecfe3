import IR

extension Module {
  /// The only block of region `position` of `op`, if it has exactly one.
  func onlyBlock(_ position: Int, of op: OpID) -> BlockID? {
    guard let block = firstBlock(of: region(position, of: op)), next(after: block) == nil else {
      return nil
    }
    return block
  }

  /// What the terminator of `block` passes on.
  func yielded(by block: BlockID) -> [ValueID] {
    terminator(of: block).map { operands(of: $0) } ?? []
  }

  /// `value` is defined inside a region of `op`.
  func isDefined(_ value: ValueID, inside op: OpID) -> Bool {
    switch definition(of: value) {
    case .result(let definer, _): definer != op && isDescendant(definer, of: op)
    case .parameter(let block): isDescendant(parent(of: block), of: op)
    }
  }

  /// Nothing from `first` up to, but not including, `second` in the same block may write memory.
  func isWriteFree(from first: OpID, to second: OpID) -> Bool {
    var current = next(after: first)
    while let op = current, op != second {
      if mayWrite(op) { return false }
      current = next(after: op)
    }
    return current == second
  }

  /// Makes every user of `old` use `new`; nothing happens if they are one value.
  mutating func substitute(_ old: ValueID, by new: ValueID) {
    if old != new { replaceUses(of: old, with: new) }
  }

  /// Puts what `block`, in a region of `op`, does in the place of `op`: `arguments` for its
  /// parameters, and for the results of `op` what the block passes on, but for the first
  /// `skipped` values.
  mutating func splice(
    _ block: BlockID, inPlaceOf op: OpID, arguments: [ValueID], skipping skipped: Int = 0
  ) {
    for (parameter, argument) in zip(parameters(of: block), arguments) {
      substitute(parameter, by: argument)
    }
    let values = Array(yielded(by: block).dropFirst(skipped))
    moveOps(of: block, to: .before(op))
    replace(op, with: values)
  }
}
