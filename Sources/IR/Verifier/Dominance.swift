import Support

/// Which values can be used where.
///
/// Within a block a value reaches the operations behind its definition and everything in their
/// regions. Between blocks of a region it reaches the blocks that its own block dominates: those
/// that control can only enter after passing it.
package struct Dominance {
  /// The position of each operation in its block.
  private var positions: [Int32]
  /// The immediate dominator of each block that is reachable; an entry block's is itself.
  private var dominators = SecondaryMap<BlockID, BlockID>()
  /// Where the block stands in an order in which dominators come first.
  private var order = SecondaryMap<BlockID, Int32>()

  /// Where each operation of `module` stands, and which blocks dominate which.
  package init(of module: borrowing Module) {
    positions = Array(repeating: 0, count: module.opCount)
    number(module.root, of: module)
    for op in module.descendants(of: module.root) { number(op, of: module) }
  }

  private mutating func number(_ op: OpID, of module: borrowing Module) {
    for region in module.regions(of: op) {
      let blocks = module.blocks(in: region)
      for block in blocks {
        for (position, inner) in module.ops(in: block).enumerated() {
          positions[Int(inner.index)] = Int32(position)
        }
      }
      if blocks.count > 1 { findDominators(of: blocks, in: module) }
    }
  }

  /// `value` can be used by `user`.
  package func reaches(_ value: ValueID, _ user: OpID, in module: borrowing Module) -> Bool {
    let home: BlockID
    let definition: OpID?
    switch module.definition(of: value) {
    case .parameter(let block): (home, definition) = (block, nil)
    case .result(let op, _):
      guard let block = module.block(of: op) else { return false }
      (home, definition) = (block, op)
    }
    // The operation that holds the user and stands in the region of the definition.
    let region = module.region(of: home)
    var holder = user
    while let block = module.block(of: holder), module.region(of: block) != region {
      let parent = module.parent(of: block)
      if module.isIsolated(block) { return false }
      holder = parent
    }
    guard let block = module.block(of: holder) else { return false }
    if block != home { return dominates(home, block) }
    guard let definition else { return true }
    return positions[Int(definition.index)] < positions[Int(holder.index)]
  }

  private func dominates(_ above: BlockID, _ below: BlockID) -> Bool {
    // Nothing runs in a block that is not reachable, so everything may be used there.
    guard var current = dominators[below] else { return true }
    while current != above {
      guard let next = dominators[current], next != current else { return false }
      current = next
    }
    return true
  }

  /// The algorithm of Cooper, Harvey and Kennedy: a few sweeps in reverse postorder.
  private mutating func findDominators(of blocks: [BlockID], in module: borrowing Module) {
    let sequence = Self.reversePostorder(from: blocks[0], in: module)
    for (position, block) in sequence.enumerated() { order[block] = Int32(position) }
    var predecessors = SecondaryMap<BlockID, [BlockID]>()
    for block in sequence {
      for successor in module.lastOp(of: block).map({ module.successors(of: $0) }) ?? [] {
        predecessors[successor] = (predecessors[successor] ?? []) + [block]
      }
    }
    dominators[blocks[0]] = blocks[0]
    var isChanged = true
    // Ends because a block's dominator only moves towards the entry block.
    while isChanged {
      isChanged = false
      for block in sequence.dropFirst() {
        var new: BlockID?
        for predecessor in predecessors[block] ?? [] where dominators[predecessor] != nil {
          new = new.map { nearestCommon($0, predecessor) } ?? predecessor
        }
        if new != dominators[block] {
          dominators[block] = new
          isChanged = true
        }
      }
    }
  }

  private func nearestCommon(_ first: BlockID, _ second: BlockID) -> BlockID {
    var (a, b) = (first, second)
    while a != b {
      guard let orderA = order[a], let orderB = order[b] else { return a }
      if orderA > orderB {
        a = dominators[a] ?? b
      } else {
        b = dominators[b] ?? a
      }
    }
    return a
  }

  /// The blocks that `entry` leads to, each behind those that dominate it.
  package static func reversePostorder(
    from entry: BlockID, in module: borrowing Module
  ) -> [BlockID] {
    var postorder: [BlockID] = []
    var isVisited = SecondaryMap<BlockID, Bool>()
    isVisited[entry] = true
    var stack: [(block: BlockID, successors: [BlockID])] = []
    let successors = { (block: BlockID, module: borrowing Module) -> [BlockID] in
      Array((module.lastOp(of: block).map { module.successors(of: $0) } ?? []).reversed())
    }
    stack.append((entry, successors(entry, module)))
    while var top = stack.popLast() {
      if let next = top.successors.popLast() {
        stack.append(top)
        if isVisited[next] == nil {
          isVisited[next] = true
          stack.append((next, successors(next, module)))
        }
      } else {
        postorder.append(top.block)
      }
    }
    return postorder.reversed()
  }
}
