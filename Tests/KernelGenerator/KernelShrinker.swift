import IR
import Passes

/// Makes a kernel smaller as long as something about it stays true.
///
/// What it tries: fewer programs; operations left out, one of their operands or a constant standing
/// for what they compute; and tiles of half the extent. A change is kept if the kernel still is well
/// formed and the predicate holds, which is asked a bounded number of times.
package struct KernelShrinker {
  private let budget: Int
  private let holds: (borrowing GeneratedKernel) -> Bool

  /// Shrinks while `predicate` holds, asking it at most `budget` times.
  package init(budget: Int, while predicate: @escaping (borrowing GeneratedKernel) -> Bool) {
    (self.budget, holds) = (budget, predicate)
  }

  /// The smallest kernel found; `kernel` itself if no change keeps the predicate true.
  package func shrink(_ kernel: borrowing GeneratedKernel) -> GeneratedKernel {
    var smallest = kernel.copy()
    var asked = 0
    var hasChanged = true
    // Each round that goes on has left something out, and each trial is counted.
    while hasChanged, asked < budget {
      hasChanged = false
      for change in Self.changes(of: smallest) where asked < budget {
        guard let candidate = change.applied(to: smallest) else { continue }
        asked += 1
        if holds(candidate) {
          smallest = candidate
          hasChanged = true
        }
      }
    }
    return smallest
  }

  /// Everything that may be tried on `kernel`, the largest savings first. Changes name operations,
  /// which keep their names in copies of the module.
  private static func changes(of kernel: borrowing GeneratedKernel) -> [KernelChange] {
    var changes: [KernelChange] = []
    if kernel.grid.count > 1 { changes.append(.oneProgram) }
    let ops = kernel.module.descendants(of: kernel.module.root)
    changes += ops.reversed().map { .leaveOut($0) }
    let extents = Set(
      ops.flatMap { op in
        kernel.module.results(of: op).flatMap { kernel.module.type(of: $0).shape.extents }
      })
    changes += extents.filter { $0 > 1 }.sorted(by: >).map { .halve($0) }
    return changes
  }
}
