import Support
import TileSemantics

/// What the expansion of `@Kernel` and `@Device` calls: one for each call of such a function, or of
/// a function or closure inside it.
///
/// The members are no part of the language; kernels are written with plain `if`, `for` and `while`.
/// Each statement becomes a loop over a sequence that emits the device's control flow when its
/// condition is the device's, and otherwise does what Swift does.
public struct Staging {
  let trace: Trace
  let file: String
  private let caller: SourcePosition

  /// Begins a function that stands in `file`.
  public static func begin(file: String) -> Staging {
    let trace = Trace.required
    trace.countActivity()
    return Staging(trace: trace, file: file, caller: trace.position)
  }

  /// Ends the function: the rest of the caller's statement runs.
  public func end() { trace.setPosition(caller) }

  /// Says that the statement or operator at `line` and `column` runs.
  public func at(_ line: Int, _ column: Int) {
    trace.setPosition(SourcePosition(file: file, line: line, column: column))
  }

  /// A variable that a jump sets.
  public func flag(_ condition: some KernelCondition) -> StagedBool { condition.staged }

  /// Whether all conditions hold; a later one runs only if those before it hold.
  public func all(_ conditions: (() -> Bool)...) -> Bool { conditions.allSatisfy { $0() } }

  /// Whether all conditions hold; a later one runs only if those before it hold.
  @_disfavoredOverload
  public func all<each Condition: KernelCondition>(
    _ conditions: repeat () -> each Condition
  ) -> StagedBool {
    var result = StagedBool.known(true)
    for condition in repeat each conditions {
      switch result {
      case .known(true): result = condition().staged
      case .known(false): return result
      case .device(let truth):
        var both = StagedBool.device(truth)
        let cell = cell("condition", { both }, { both = $0 })
        for isTaken in branch(truth, [cell]) where isTaken { both = condition().staged }
        result = both
      }
    }
    return result
  }
}
