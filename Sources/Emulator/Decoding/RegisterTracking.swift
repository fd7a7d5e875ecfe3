/// Registers that may be read before they are written, whose state is kept at run time.
///
/// Most registers are written on every way to each of their reads, which is found once; only the
/// others cost time in each instruction that touches them.
struct RegisterTracking: Sendable {
  /// A tracked register of an instruction.
  struct Use: Sendable {
    var number: Int32
    var name: String
    /// It decides which lanes execute and is read in all of them.
    var isCondition: Bool
  }

  /// How many registers are tracked.
  var count = 0
  /// By instruction: the tracked registers that it reads.
  var reads: [Int32: [Use]] = [:]
  /// By instruction: the tracked registers that it writes.
  var writes: [Int32: [Int32]] = [:]
}
