import IR
import Support

/// Removes what nothing needs: computations, loads, results of branches, values that loops carry
/// for themselves alone, and blocks that are never entered.
///
///     %0:2 = scf.for … iter_args(%x = %a, %n = %b) {     %0 = scf.for … iter_args(%x = %a) {
///       %y = f(%x)                                         %y = f(%x)
///       %m = arith.addi %n, %c                       ->    scf.yield %y
///       scf.yield %y, %m                                 }
///     }                                                  use %0
///     use %0#0
///
/// Liveness starts at what has effects and follows operands; a value that a loop carries is live
/// if its result, or its parameter in a live operation, is.
public struct EliminateDeadCode: FunctionPass {
  public static let name = "dce"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    module.eraseUnreachableBlocks(in: function)
    let liveness = Liveness(of: function, in: module)
    let ops = module.descendants(of: function)
    for op in ops where liveness.isLive(op) { module.detachDead(from: op, liveness) }
    module.eraseDead(ops.filter { module.isTopmostDead($0, liveness) })
    for op in ops where !module.isErased(op) { module.narrowResults(of: op, liveness) }
  }
}

extension Module {
  /// `op` is dead and goes by itself, not with an operation around it or as the end of a block.
  fileprivate func isTopmostDead(_ op: OpID, _ liveness: Liveness) -> Bool {
    !liveness.isLive(op) && !traits(of: op).contains(.terminator)
      && parent(of: op).map { liveness.isLive($0) } ?? false
  }

  /// Erases operations that only they themselves use.
  private mutating func eraseAcyclic(_ ops: [OpID]) -> [OpID] {
    var remaining: [OpID] = []
    for op in ops.reversed() {
      if results(of: op).allSatisfy({ !isUsed($0) }) { erase(op) } else { remaining.append(op) }
    }
    return remaining.reversed()
  }

  /// Ends because operations that use each other's results are never in a circle: in each round
  /// one is found that the others do not use.
  fileprivate mutating func eraseDead(_ ops: [OpID]) {
    var pending = ops
    while !pending.isEmpty {
      let count = pending.count
      pending = eraseAcyclic(pending)
      precondition(pending.count < count, "a dead operation is used by a live one")
    }
  }

  /// Removes the blocks of `function`, and of regions in it, that control never enters.
  fileprivate mutating func eraseUnreachableBlocks(in function: OpID) {
    for op in [function] + descendants(of: function) where !isErased(op) {
      for region in regions(of: op) {
        let reached = reachableBlocks(of: region)
        let dead = blocks(in: region).filter { reached[$0] == nil }
        let ops = dead.flatMap { self.ops(in: $0) }
        eraseDead(ops)
        for block in dead { erase(block) }
      }
    }
  }

  private func reachableBlocks(of region: RegionID) -> SecondaryMap<BlockID, Bool> {
    var reached = SecondaryMap<BlockID, Bool>()
    guard let entry = firstBlock(of: region) else { return reached }
    reached[entry] = true
    var pending = [entry]
    while let block = pending.popLast() {
      for next in terminator(of: block).map({ successors(of: $0) }) ?? [] {
        guard reached[next] == nil else { continue }
        reached[next] = true
        pending.append(next)
      }
    }
    return reached
  }
}

// MARK: - Loops and branches

extension Module {
  /// Takes dead values out of what the regions of a loop or branch pass on, and out of what a loop
  /// starts with.
  fileprivate mutating func detachDead(from op: OpID, _ liveness: Liveness) {
    let live = liveness.livePositions(of: op, in: self)
    guard live.count < resultCount(of: op) else { return }
    if opcode(of: op) == .for { detachInitialValues(of: op, keeping: Set(live)) }
    for region in regions(of: op) {
      guard let block = firstBlock(of: region), let end = terminator(of: block) else { continue }
      let values = operands(of: end)
      insert(Yield(values: live.map { values[$0] }), at: .before(end), origin: origin(of: end))
      erase(end)
    }
  }

  /// Makes a loop start with its own parameters at the positions that are about to go.
  private mutating func detachInitialValues(of loop: OpID, keeping live: Set<Int>) {
    guard let body = firstBlock(of: region(0, of: loop)) else { return }
    let parameters = Array(parameters(of: body))
    for position in 0..<resultCount(of: loop) where !live.contains(position) {
      setOperand(3 + position, of: loop, to: parameters[1 + position])
    }
  }

  /// Takes dead results from a loop or branch, and the parameters that go with them.
  fileprivate mutating func narrowResults(of op: OpID, _ liveness: Liveness) {
    let live = liveness.livePositions(of: op, in: self)
    guard live.count < resultCount(of: op) else { return }
    let fixed = operandCount(of: op) - (opcode(of: op) == .for ? resultCount(of: op) : 0)
    let all = operands(of: op)
    var draft = OpDraft(
      opcode(of: op), operands: Array(all[..<fixed]),
      results: live.map { type(of: result($0, of: op)) }, attributes: attributes(of: op),
      regions: regionCount(of: op))
    if opcode(of: op) == .for { draft.operands += live.map { all[fixed + $0] } }
    let new = insert(draft, at: .before(op), origin: origin(of: op))
    for (old, target) in zip(regions(of: op), regions(of: new)) {
      moveBlocks(from: old, to: target)
    }
    for (position, old) in live.enumerated() {
      substitute(result(old, of: op), by: result(position, of: new))
    }
    erase(op)
    if opcode(of: new) == .for {
      removeParameters(of: new, count: resultCount(of: op), keeping: Set(live))
    }
  }

  /// Removes the parameters of the `count` values that `loop` carried but for those at `live`.
  private mutating func removeParameters(of loop: OpID, count: Int, keeping live: Set<Int>) {
    guard let body = firstBlock(of: region(0, of: loop)) else { return }
    for position in (0..<count).reversed() where !live.contains(position) {
      removeParameter(1 + position, of: body)
    }
  }
}
