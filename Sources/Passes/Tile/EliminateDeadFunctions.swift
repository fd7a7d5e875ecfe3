import IR

/// Removes private functions that no public one calls, directly or through others.
///
///     tt.func public @kernel() { … }
///     tt.func private @helper() { … }     ->     tt.func public @kernel() { … }
public struct EliminateDeadFunctions: Pass {
  public static let name = "symbol-dce"

  public init() {}

  public func run(on module: inout Module) {
    let live = module.reachableFunctions()
    for function in module.functions where !live.contains(function) { module.erase(function) }
  }
}

extension Module {
  /// The public functions, and all that they call.
  fileprivate func reachableFunctions() -> Set<OpID> {
    var pending = functions.filter { view($0, as: Function.self)?.isPublic ?? true }
    var reached = Set(pending)
    while let function = pending.popLast() {
      for op in descendants(of: function) {
        guard let call = view(op, as: Call.self), let callee = self.function(named: call.callee),
          reached.insert(callee).inserted
        else { continue }
        pending.append(callee)
      }
    }
    return reached
  }
}
