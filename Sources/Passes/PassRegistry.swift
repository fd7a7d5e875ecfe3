/// Every pass that can be asked for by name.
public enum PassRegistry {
  /// The passes, by topic.
  public static let all: [any Pass.Type] = [
    // Calls and symbols
    Inline.self,
    EliminateDeadFunctions.self,
    // Simplification
    Canonicalize.self,
    Combine.self,
    ReorderBroadcasts.self,
    EliminateCommonSubexpressions.self,
    EliminateDeadCode.self,
    // Loops
    HoistLoopInvariants.self,
    UnrollLoops.self,
    ScalarizeInductions.self,
    // Lowering
    RewriteTensorPointers.self,
    RewriteTensorDescriptors.self,
    DecomposeScaledDot.self,
  ]

  /// The names of all passes, in the order of `all`.
  public static var names: [String] { all.map { $0.name } }

  /// The pass called `name`, with its options at their defaults.
  public static func pass(named name: String) -> (any Pass)? {
    all.first { $0.name == name }?.init()
  }
}
