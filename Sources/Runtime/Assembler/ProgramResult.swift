/// How a program ended and what it printed.
struct ProgramResult: Hashable, Sendable {
  /// How a program can end.
  enum End: Hashable, Sendable {
    /// By itself, with an exit code.
    case exited(Int32)
    /// By a signal that this process did not send.
    case signalled(Int32)
    /// It was stopped since it ran longer than allowed.
    case timedOut(after: Duration)
    /// It was stopped since it printed more than allowed.
    case printedTooMuch
    /// It could not be started, by the error number.
    case notStarted(Int32)
  }

  /// How it ended.
  var end: End
  /// What it printed to standard output and standard error, in one.
  var output: String

  /// The program ended by itself and reported success.
  var hasSucceeded: Bool { end == .exited(0) }
}

extension ProgramResult.End: CustomStringConvertible {
  var description: String {
    switch self {
    case .exited(let code): "ended with exit code \(code)"
    case .signalled(let number): "was ended by signal \(number)"
    case .timedOut(let limit): "was stopped after \(limit.components.seconds) s"
    case .printedTooMuch: "was stopped since it printed too much"
    case .notStarted(let number): "could not be started: error \(number)"
    }
  }
}
