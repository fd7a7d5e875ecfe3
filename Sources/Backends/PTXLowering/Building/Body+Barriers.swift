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
    result.reserveCapacity(statements.count + places.count)
    for (index, statement) in statements.enumerated() {
      if places.contains(index) {
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
  private var accesses: [Int: SharedAccess] = [:]
  private var before: [Label: Set<SharedAccess>] = [:]
  private var places: Set<Int> = []

  init(_ statements: [Statement], _ accesses: [(statement: Int, access: SharedAccess)]) {
    self.statements = statements
    for (statement, access) in accesses { self.accesses[statement] = access }
  }

  /// The statements that need a barrier before them.
  mutating func barriers() -> Set<Int> {
    // Sets of pending accesses and of barriers only grow, so this ends.
    while visit() {}
    return places
  }

  /// Follows all statements once.
  ///
  /// - Returns: whether more is pending somewhere than was known.
  private mutating func visit() -> Bool {
    var pending: Set<SharedAccess> = []
    var hasGrown = false
    for (index, statement) in statements.enumerated() {
      switch statement {
      case .label(let label):
        hasGrown = add(pending, at: label) || hasGrown
        pending = before[label] ?? []
      case .pragma: break
      case .instruction(let instruction):
        if let access = accesses[index] {
          if pending.contains(where: { $0.conflicts(with: access) }) {
            hasGrown = places.insert(index).inserted || hasGrown
          }
          if places.contains(index) { pending = [] }
          pending.insert(access)
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

  private mutating func add(_ pending: Set<SharedAccess>, at label: Label) -> Bool {
    let known = before[label] ?? []
    let all = known.union(pending)
    before[label] = all
    return all.count > known.count
  }
}
