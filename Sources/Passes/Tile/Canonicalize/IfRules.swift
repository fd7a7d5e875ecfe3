import IR

extension Module {
  /// A branch that is known is taken; a result that is the same either way is taken from outside;
  /// a region that does nothing is left out.
  mutating func simplifyIf(_ op: OpID) -> Bool {
    guard let conditional = view(op, as: If.self) else { return false }
    if let condition = constantBits(conditional.condition) {
      takeBranch(of: op, number: condition != 0 ? 0 : 1)
      return true
    }
    let knowsCondition = propagateCondition(conditional.condition, into: op)
    let takesResults = takeEqualResults(of: op, conditional)
    return removeEmptyElse(of: op) || takesResults || knowsCondition
  }

  /// An else region that does nothing is left out.
  private mutating func removeEmptyElse(of op: OpID) -> Bool {
    guard resultCount(of: op) == 0, let block = onlyBlock(1, of: op),
      firstOp(of: block) == terminator(of: block)
    else { return false }
    erase(block)
    return true
  }

  private mutating func takeBranch(of op: OpID, number: Int) {
    if let block = onlyBlock(number, of: op) {
      splice(block, inPlaceOf: op, arguments: [])
    } else {
      erase(op)
    }
  }

  /// Inside the regions the condition is a constant.
  private mutating func propagateCondition(_ condition: ValueID, into op: OpID) -> Bool {
    var isChanged = false
    for user in users(of: condition) where user != op && isDescendant(user, of: op) {
      let holdsTrue = isDescendant(user, ofRegion: 0, of: op)
      guard let block = onlyBlock(holdsTrue ? 0 : 1, of: op) else { continue }
      let truth = result(
        of: insert(
          Constant(bits: holdsTrue ? 1 : 0, type: .i1), at: .start(of: block),
          origin: origin(of: op)))
      for position in 0..<operandCount(of: user) where operand(position, of: user) == condition {
        setOperand(position, of: user, to: truth)
      }
      isChanged = true
    }
    return isChanged
  }

  private func isDescendant(_ op: OpID, ofRegion position: Int, of ancestor: OpID) -> Bool {
    guard let block = onlyBlock(position, of: ancestor) else { return false }
    var current = op
    while let parent = parent(of: current), parent != ancestor { current = parent }
    return self.block(of: current) == block
  }

  private mutating func takeEqualResults(of op: OpID, _ conditional: If) -> Bool {
    guard let whenTrue = onlyBlock(0, of: op), let whenFalse = onlyBlock(1, of: op) else {
      return false
    }
    var isChanged = false
    for (position, result) in results(of: op).enumerated() where isUsed(result) {
      let first = yielded(by: whenTrue)[position]
      let second = yielded(by: whenFalse)[position]
      guard let value = common(first, second, outside: op, conditional.condition) else { continue }
      replaceUses(of: result, with: value)
      isChanged = true
    }
    return isChanged
  }

  /// What stands for a result that is `first` if the condition holds and else `second`.
  private mutating func common(
    _ first: ValueID, _ second: ValueID, outside op: OpID, _ condition: ValueID
  ) -> ValueID? {
    if first == second { return first }
    guard let left = constant(first), let right = constant(second) else { return nil }
    if left.type == right.type, left.value == right.value {
      return isDefined(first, inside: op)
        ? result(of: insert(left, at: .before(op), origin: origin(of: op))) : first
    }
    return left.type == .i1 && left.splat == 1 ? condition : nil
  }
}
