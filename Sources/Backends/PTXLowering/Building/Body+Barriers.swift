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
  /// one round of a loop are kept apart from those of the next. What is pending only from before a loop
  /// is waited for before the loop.
  ///
  /// - Requires: all threads of the block take the same way through the accesses.
  mutating func synchronize(_ accesses: [(statement: Int, access: SharedAccess)]) {
    guard !accesses.isEmpty else { return }
    let barrier: PTXOpcode = "bar.sync"
    var analysis = PendingAccesses(statements, accesses)
    var places = analysis.statementsBehindBarriers()[...]
    var result: [Statement] = []
    result.reserveCapacity(statements.count + places.count)
    for (index, statement) in statements.enumerated() {
      if places.first == index {
        places.removeFirst()
        var location: SourceLocation?
        if case .instruction(let instruction) = statement { location = instruction.location }
        result.append(.instruction(Instruction(barrier, [.integer(0)], at: location)))
      }
      result.append(statement)
    }
    statements = result
  }
}
