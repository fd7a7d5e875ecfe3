import PTX

/// Which accesses to shared memory threads may not have waited for yet, and where they must.
struct PendingAccesses {
  /// What matters of a body.
  private enum Event {
    case access(SharedAccess, statement: Int)
    case barrier
    case label(Label, statement: Int)
    case branch(to: Label, isConditional: Bool)
  }

  private let events: [Event]
  /// For each label, by its number. A function has few different accesses.
  private var before: [[SharedAccess]] = []
  /// For each event whether it needs a barrier.
  private var places: [Bool]

  init(_ statements: [Statement], _ accesses: [(statement: Int, access: SharedAccess)]) {
    var events: [Event] = []
    var next = accesses.startIndex
    for (index, statement) in statements.enumerated() {
      if next < accesses.endIndex, accesses[next].statement == index {
        events.append(.access(accesses[next].access, statement: index))
        next += 1
        continue
      }
      switch statement {
      case .label(let label): events.append(.label(label, statement: index))
      case .pragma: break
      case .instruction(let instruction):
        if instruction.opcode.root == "bar" {
          events.append(.barrier)
        } else if case .label(let target)? = instruction.operands.first {
          events.append(.branch(to: target, isConditional: instruction.condition != nil))
        }
      }
    }
    self.events = events
    places = Array(repeating: false, count: events.count)
  }

  /// The statements that need a barrier before them.
  ///
  /// An access in a loop may have to wait only for what came before the loop. One barrier before the
  /// loop does instead of one in each round.
  mutating func statementsBehindBarriers() -> [Int] {
    settle()
    for loop in loops() {
      let count = barrierCount(in: loop)
      guard count > 0 else { continue }
      let known = (before, places)
      (before, places) = ([], Array(repeating: false, count: events.count))
      for (index, isPlace) in known.1.enumerated() where isPlace && !loop.contains(index) {
        places[index] = true
      }
      places[loop.lowerBound] = true
      settle()
      if barrierCount(in: loop) >= count { (before, places) = known }
    }
    return events.indices.filter { places[$0] }.map {
      switch events[$0] {
      case .access(_, let statement), .label(_, let statement): statement
      case .barrier, .branch: preconditionFailure("only accesses and loops need barriers")
      }
    }
  }

  /// The events of each loop, from its label to the last branch back to it; inner loops first.
  private func loops() -> [Range<Int>] {
    var starts: [Int?] = []
    var loops: [Range<Int>?] = []
    for (index, event) in events.enumerated() {
      switch event {
      case .label(let label, _):
        while starts.count <= label.index { starts.append(nil) }
        starts[Int(label.index)] = index
      case .branch(let label, _) where label.index < starts.count:
        guard let start = starts[Int(label.index)] else { continue }
        while loops.count <= label.index { loops.append(nil) }
        loops[Int(label.index)] = start..<(index + 1)
      case .branch, .access, .barrier: break
      }
    }
    return loops.compactMap { $0 }.sorted { $0.count < $1.count }
  }

  /// How many barriers each round of `loop` waits at.
  private func barrierCount(in loop: Range<Int>) -> Int {
    loop.dropFirst().count { places[$0] }
  }

  /// Adds barriers until no more are needed.
  private mutating func settle() {
    // Lists of pending accesses and of barriers only grow, so this ends.
    while visit() {}
  }

  /// Follows all events once.
  ///
  /// - Returns: whether more is pending somewhere than was known.
  private mutating func visit() -> Bool {
    var pending: [SharedAccess] = []
    var hasGrown = false
    for (index, event) in events.enumerated() {
      switch event {
      case .label(let label, _):
        // A barrier before a loop is passed by those who enter it.
        if places[index] { pending = [] }
        hasGrown = add(pending, at: label) || hasGrown
        pending = before[Int(label.index)]
      case .access(let access, _):
        if pending.contains(where: { $0.conflicts(with: access) }) {
          hasGrown = !places[index] || hasGrown
          places[index] = true
        }
        if places[index] { pending = [] }
        if !pending.contains(access) { pending.append(access) }
      case .barrier: pending = []
      case .branch(let target, let isConditional):
        hasGrown = add(pending, at: target) || hasGrown
        if !isConditional { pending = [] }
      }
    }
    return hasGrown
  }

  private mutating func add(_ pending: [SharedAccess], at label: Label) -> Bool {
    let index = Int(label.index)
    while before.count <= index { before.append([]) }
    let known = before[index].count
    for access in pending where !before[index].contains(access) { before[index].append(access) }
    return before[index].count > known
  }
}
