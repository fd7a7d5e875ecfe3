import IR

/// Control flow that has been opened and not closed.
struct OpenScope {
  /// The operation that the regions belong to, as it stands now.
  let op: OpID
  var kind: Kind

  enum Kind {
    /// An `if`: its branches so far, and whether the second one is open.
    case conditional(then: Branch, otherwise: Branch?)
    /// A loop, or a function that an operation applies to elements: no place to return from.
    case closed(name: String)
  }

  /// One side of an `if`.
  struct Branch {
    let block: BlockID
    /// What the rest of the branch stands in, because an `if` before it may have returned.
    var guards: [Guard] = []
    /// The last operation before a return, if there was a return.
    var returned: ReturnPoint?

    /// The branch may return, though not from everywhere.
    var mayReturn: Bool { returned == nil && !guards.isEmpty }

    /// The block where the branch ends.
    var lastBlock: BlockID { guards.last?.rest ?? block }
  }

  /// An `scf.if` whose first region is for programs that returned, and whose second one holds the
  /// rest of the branch.
  struct Guard {
    let op: OpID
    let returned: BlockID
    let rest: BlockID
  }

  /// Where a branch was left: behind `last` in `block`, at its start if that is `nil`.
  struct ReturnPoint {
    let block: BlockID
    let last: OpID?
  }
}

/// Names an open `if`.
public struct IfScope: Hashable, Sendable {
  let op: OpID
}

/// An open `for`: what its body works with.
public struct ForScope: Hashable, Sendable {
  let op: OpID
  /// The number that runs from the lower bound up to the upper one.
  public let induction: Operand
  /// The loop-carried values at the start of an iteration.
  public let carried: [Operand]
  /// The loop-carried values before the loop.
  let initial: [Operand]
}

/// An open `while`: what its condition works with.
public struct WhileScope: Hashable, Sendable {
  let op: OpID
  /// The loop-carried values where the condition is computed.
  public let carried: [Operand]
  /// The loop-carried values before the loop.
  let initial: [Operand]
}
