import Passes

/// A pass that must run before another, if both run.
public struct OrderRule: Sendable {
  /// The name of the pass that must have run at least once before `second` runs for the last time.
  public let first: String
  /// The name of the pass that comes later.
  public let second: String
  /// Why.
  public let reason: String

  init(
    _ first: any Pass.Type, before second: any Pass.Type, because reason: String
  ) {
    (self.first, self.second, self.reason) = (first.name, second.name, reason)
  }

  /// What is true of every pipeline.
  public static let all = [
    OrderRule(
      Inline.self, before: EliminateDeadFunctions.self,
      because: "a function is dead only when its calls are gone"),
    OrderRule(
      Inline.self, before: RewriteTensorPointers.self,
      because: "a function cannot take or return a pointer to a tensor that is taken apart"),
    OrderRule(
      RewriteTensorPointers.self, before: Canonicalize.self,
      because: "the parts of pointers that loops carry unchanged are taken out there"),
    OrderRule(
      Canonicalize.self, before: Combine.self,
      because: "the rules look for constants in their one form"),
    OrderRule(
      ReorderBroadcasts.self, before: EliminateCommonSubexpressions.self,
      because: "what is computed before it is repeated is computed twice at first"),
  ]
}
