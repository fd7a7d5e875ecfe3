import IR

/// Computes once what is computed twice.
///
///     %0 = arith.addi %a, %b               %0 = arith.addi %a, %b
///     %1 = tt.load %p                      %1 = tt.load %p
///     %2 = arith.addi %b, %a        ->     use %0, %1
///     %3 = tt.load %p
///     use %2, %3
///
/// Pure operations are shared wherever the first one's result can be used. Operations that read
/// memory are shared within a block while nothing between them may write. Reductions and scans
/// are the same if their regions compute the same.
public struct EliminateCommonSubexpressions: FunctionPass {
  public static let name = "cse"

  public init() {}

  public func run(on function: OpID, in module: inout Module) {
    // Stays true while operations are only removed.
    let dominance = Dominance(of: module)
    var known: [Computation: [OpID]] = [:]
    var writes = WriteCount()
    for op in module.descendants(of: function) where !module.isErased(op) {
      writes.pass(op, in: module)
      guard let computation = Computation(of: op, writes: writes, in: module) else { continue }
      let candidates = known[computation] ?? []
      if let earlier = candidates.first(where: { module.isAvailable($0, at: op, dominance) }) {
        module.replace(op, with: Array(module.results(of: earlier)))
      } else {
        known[computation, default: []].append(op)
      }
    }
  }
}

extension Module {
  /// What `earlier` computed can be used at `op`.
  fileprivate func isAvailable(_ earlier: OpID, at op: OpID, _ dominance: Dominance) -> Bool {
    dominance.reaches(result(0, of: earlier), op, in: self)
  }
}
