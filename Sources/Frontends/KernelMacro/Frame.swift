/// What a statement of a kernel is nested in, as far as jumps are concerned.
struct Frame {
  enum Kind {
    /// The body of a function.
    case function
    /// The body of a closure.
    case closure
    /// A loop: `break` and `continue` go to it.
    case loop
    /// A `switch`: a `break` without a label goes to it.
    case switchStatement
    /// A labelled statement that is no loop: `break` with its label goes to it.
    case labelled
    /// A region of a staged statement that is no loop: nothing jumps to it.
    case region
  }

  let kind: Kind
  /// Identifies the frame in the names that the expansion declares.
  var number = 0
  /// The label that the user gave to the statement.
  var userLabel: String?
  /// The label of the staged sequence that runs the statement; nil if Swift itself runs it.
  ///
  /// A staged sequence has to be left by `continue`, so that it learns that its region is over.
  var stagedLabel: String?

  /// Whether a jump written as `break` (or `continue`) with `label` goes here.
  func isTarget(of jump: Jump) -> Bool {
    switch (kind, jump) {
    case (.function, .return), (.closure, .return): true
    case (.loop, .break(nil)), (.loop, .continue(nil)), (.switchStatement, .break(nil)): true
    case (.loop, .continue(let label?)): label == userLabel
    case (.loop, .break(let label?)), (.switchStatement, .break(let label?)),
      (.labelled, .break(let label?)):
      label == userLabel
    default: false
    }
  }
}

/// A jump as the user wrote it.
enum Jump {
  case `return`
  case `break`(label: String?)
  case `continue`(label: String?)
}

/// A variable of the expansion that says that a jump has been taken.
///
/// A jump that crosses a staged region cannot leave it: the region has to be traced to its end. It
/// raises its flag instead, and all that follows up to the jump's target runs unless it is raised.
enum JumpFlag: Hashable {
  case returned
  case broken(Int)
  case continued(Int)

  /// The flag's name in the expansion.
  var name: String {
    switch self {
    case .returned: "__returned"
    case .broken(let number): "__broken\(number)"
    case .continued(let number): "__continued\(number)"
    }
  }

  /// What a message calls the flag.
  var keyword: String {
    switch self {
    case .returned: "return"
    case .broken: "break"
    case .continued: "continue"
    }
  }
}

extension Set<JumpFlag> {
  /// The flags in an order that depends on nothing but the source.
  var ordered: [JumpFlag] { sorted { $0.name < $1.name } }

  /// The flags' names, separated by commas.
  var list: String { ordered.map(\.name).joined(separator: ", ") }
}
