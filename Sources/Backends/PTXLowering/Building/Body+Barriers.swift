import PTX

extension PTXFunction.Body {
  /// Inserts a barrier before each access to shared memory that would otherwise meet one of another
  /// phase in the same bytes, at least one of the two being a write.
  ///
  ///     st.shared.b32 [%r0], %r1;         st.shared.b32 [%r0], %r1;
  ///     ld.shared.b32 %r2, [%r3];    ->   bar.sync 0;
  ///                                       ld.shared.b32 %r2, [%r3];
  ///
  /// Which accesses may be pending at a place is a union over all ways to it, so that accesses of
  /// one round of a loop are kept apart from those of the next.
  ///
  /// - Requires: all threads of the block take the same way through the accesses.
  mutating func synchronize(_ accesses: [(statement: Int, access: SharedAccess)]) {
    guard !accesses.isEmpty else { return }
    let barrier: PTXOpcode = "bar.sync"
    var analysis = PendingAccesses(statements, accesses)
    let places = analysis.barriers()
    var result: [Statement] = []
    result.reserveCapacity(statements.count + accesses.count)
    for (index, statement) in statements.enumerated() {
      if places[index] {
        var location: SourceLocation?
        if case .instruction(let instruction) = statement { location = instruction.location }
        result.append(.instruction(Instruction(barrier, [.integer(0)], at: location)))
      }
      result.append(statement)
    }
    statements = result
  }
}

/// Which accesses to shared memory threads may not have waited for yet.
private struct PendingAccesses {
  private let statements: [Statement]
  /// For each statement.
  private var accesses: [SharedAccess?]
  /// For each label, by its number. A function has few different accesses.
  private var before: [[SharedAccess]] = []
  /// For each statement whether it needs a barrier.
  private var places: [Bool]

  init(_ statements: [Statement], _ accesses: [(statement: Int, access: SharedAccess)]) {
    self.statements = statements
    self.accesses = Array(repeating: nil, count: statements.count)
    places = Array(repeating: false, count: statements.count)
    for (statement, access) in accesses { self.accesses[statement] = access }
  }

  /// For each statement whether it needs a barrier before it.
  mutating func barriers() -> [Bool] {
    // Lists of pending accesses and of barriers only grow, so this ends.
    while visit() {}
    return places
  }

  /// Follows all statements once.
  ///
  /// - Returns: whether more is pending somewhere than was known.
  private mutating func visit() -> Bool {
    var pending: [SharedAccess] = []
    var hasGrown = false
    for (index, statement) in statements.enumerated() {
      switch statement {
      case .label(let label):
        hasGrown = add(pending, at: label) || hasGrown
        pending = before[Int(label.index)]
      case .pragma: break
      case .instruction(let instruction):
        if let access = accesses[index] {
          if pending.contains(where: { $0.conflicts(with: access) }) {
            hasGrown = !places[index] || hasGrown
            places[index] = true
          }
          if places[index] { pending = [] }
          if !pending.contains(access) { pending.append(access) }
        } else if instruction.opcode.root == "bar" {
          pending = []
        } else if case .label(let target)? = instruction.operands.first {
          hasGrown = add(pending, at: target) || hasGrown
          if instruction.condition == nil { pending = [] }
        }
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
