import Synchronization

extension EmulatedProgram {
  private static let counter = Atomic<Int>(0)

  /// A number that no other program has, by which a memory knows the program's variables.
  static func nextNumber() -> Int { counter.add(1, ordering: .relaxed).newValue }
}
