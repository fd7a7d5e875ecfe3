import IR
import Support

/// Which operations of a function are needed, and which of the values that loops and branches pass
/// on.
struct Liveness {
  private var ops = SecondaryMap<OpID, Bool>()
  /// The positions of the results of loops and branches that are live, and of what becomes them.
  private var passed = SecondaryMap<OpID, [Int]>()
  private var pendingOps: [OpID] = []
  private var pendingValues: [ValueID] = []

  init(of function: OpID, in module: borrowing Module) {
    ops[function] = true
    for op in module.descendants(of: function) where module.isNeededByItself(op, in: function) {
      needOp(op)
    }
    while true {
      if let value = pendingValues.popLast() {
        follow(value, in: module)
      } else if let op = pendingOps.popLast() {
        follow(op, in: module)
      } else {
        return
      }
    }
  }

  func isLive(_ op: OpID) -> Bool { ops[op] != nil }

  /// The positions of the results of `op` that are live: those of a loop or branch one by one,
  /// those of another operation all.
  func livePositions(of op: OpID, in module: borrowing Module) -> [Int] {
    let all = Array(0..<module.resultCount(of: op))
    guard module.passesByPosition(op), isLive(op) else { return all }
    return (passed[op] ?? []).sorted()
  }

  private mutating func needOp(_ op: OpID) {
    guard !isLive(op) else { return }
    ops[op] = true
    pendingOps.append(op)
  }

  /// Everything that `op` needs in order to run.
  private mutating func follow(_ op: OpID, in module: borrowing Module) {
    if let parent = module.parent(of: op) { needOp(parent) }
    if module.passesByPosition(op) {
      let fixed = module.opcode(of: op) == .for ? 3 : 1
      for position in 0..<fixed { pendingValues.append(module.operand(position, of: op)) }
      return
    }
    if let parent = module.parent(of: op), module.passesByPosition(parent),
      module.traits(of: op).contains(.terminator)
    {
      return
    }
    pendingValues += module.operands(of: op)
    for child in module.children(of: op) where module.traits(of: child).contains(.terminator) {
      needOp(child)
    }
  }

  private mutating func follow(_ value: ValueID, in module: borrowing Module) {
    switch module.definition(of: value) {
    case .result(let op, let position):
      needOp(op)
      if module.passesByPosition(op) { needPassed(Int(position), by: op, in: module) }
    case .parameter(let block):
      let op = module.parent(of: block)
      needOp(op)
      if module.opcode(of: op) == .for,
        let index = module.parameters(of: block).firstIndex(of: value)
      {
        let position = index - module.parameters(of: block).startIndex - 1
        if position >= 0 { needPassed(position, by: op, in: module) }
      }
    }
  }

  private mutating func needPassed(_ position: Int, by op: OpID, in module: borrowing Module) {
    let positions = passed[op] ?? []
    guard !positions.contains(position) else { return }
    passed[op] = positions + [position]
    if module.opcode(of: op) == .for { pendingValues.append(module.operand(3 + position, of: op)) }
    for region in module.regions(of: op) {
      guard let block = module.firstBlock(of: region) else { continue }
      pendingValues.append(module.yielded(by: block)[position])
    }
  }
}

extension Module {
  /// `op` passes values on, each independent of the others.
  fileprivate func passesByPosition(_ op: OpID) -> Bool {
    opcode(of: op) == .for || opcode(of: op) == .if
  }

  /// `op` is needed whether or not somebody uses its results.
  fileprivate func isNeededByItself(_ op: OpID, in function: OpID) -> Bool {
    if traits(of: op).contains(.terminator) { return parent(of: op) == function }
    if traits(of: op).contains(.hasRecursiveEffects) { return opcode(of: op) == .while }
    return !isRemovable(op)
  }
}
