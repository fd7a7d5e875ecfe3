/// What a launch checks and how it is scheduled.
package struct EmulatorOptions: Hashable, Sendable {
  /// When lanes of a warp that took different ways run together again.
  package enum Convergence: Hashable, Sendable {
    /// Where all their ways meet, as assemblers arrange it.
    case friendly
    /// Only at `bar.warp.sync` and at barriers, which is all that the language promises.
    case adversarial
  }

  /// How many threads run blocks.
  package var workerCount = 1
  /// Whether conflicting accesses to shared memory without a barrier between them are found.
  package var tracksRaces = true
  /// Whether reads of memory and registers that nothing was written to are found.
  package var checksInitialization = true
  /// How many instructions all warps of one block may execute.
  package var stepBudget: UInt64 = 1 << 32
  /// When lanes that took different ways run together again.
  package var convergence = Convergence.friendly

  /// All checks, one thread.
  package init() {}
}
