import Passes

/// Passes in the order in which they run.
public struct Pipeline: Sendable {
  /// What the command line calls it.
  public let name: String
  /// The passes, the first to run first.
  public let passes: [any Pass]

  /// The pipeline called `name` that runs `passes`.
  public init(name: String, _ passes: [any Pass]) { (self.name, self.passes) = (name, passes) }

  /// The names of the passes, in order.
  public var passNames: [String] { passes.map { type(of: $0).name } }

  /// The rules that the order breaks, in words; empty if there are none.
  public func brokenOrder(among rules: [OrderRule] = OrderRule.all) -> [String] {
    let names = passNames
    return rules.compactMap { rule in
      guard let first = names.firstIndex(of: rule.first),
        let second = names.lastIndex(of: rule.second), first > second
      else { return nil }
      return "\(rule.first) must run before \(rule.second): \(rule.reason)"
    }
  }
}
