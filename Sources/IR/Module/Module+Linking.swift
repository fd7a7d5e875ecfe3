// The doubly linked lists of a module: operations in a block, uses of a value.

extension Module {
  mutating func link(_ op: OpID, at point: InsertionPoint) {
    let block: BlockID
    let previous: OpID?
    let next: OpID?
    switch point {
    case .before(let successor):
      (block, previous, next) = (placedBlock(of: successor), ops[successor].previous, successor)
    case .after(let predecessor):
      (block, previous, next) = (placedBlock(of: predecessor), predecessor, ops[predecessor].next)
    case .start(let target):
      (block, previous, next) = (target, nil, blocks[target].firstOp)
    case .end(let target):
      (block, previous, next) = (target, blocks[target].lastOp, nil)
    }
    ops[op].block = block
    ops[op].previous = previous
    ops[op].next = next
    if let previous { ops[previous].next = op } else { blocks[block].firstOp = op }
    if let next { ops[next].previous = op } else { blocks[block].lastOp = op }
  }

  mutating func unlink(_ op: OpID) {
    guard let block = ops[op].block else { return }
    let (previous, next) = (ops[op].previous, ops[op].next)
    if let previous { ops[previous].next = next } else { blocks[block].firstOp = next }
    if let next { ops[next].previous = previous } else { blocks[block].lastOp = previous }
    ops[op].block = nil
    ops[op].previous = nil
    ops[op].next = nil
  }

  mutating func link(_ use: UseID, to value: ValueID) {
    let head = values[value].firstUse
    uses[use].value = value
    uses[use].previous = nil
    uses[use].next = head
    if let head { uses[head].previous = use }
    values[value].firstUse = use
  }

  /// Takes `use` from the list of its value; taking it twice does nothing.
  mutating func unlink(_ use: UseID) {
    let (previous, next) = (uses[use].previous, uses[use].next)
    if let previous {
      uses[previous].next = next
    } else if values[uses[use].value].firstUse == use {
      values[uses[use].value].firstUse = next
    }
    if let next { uses[next].previous = previous }
    uses[use].previous = nil
    uses[use].next = nil
  }

  private func placedBlock(of op: OpID) -> BlockID {
    guard let block = ops[op].block else {
      preconditionFailure("the insertion point stands in no block")
    }
    return block
  }
}
