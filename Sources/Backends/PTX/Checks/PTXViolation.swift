import Support

/// A rule of PTX that a module breaks.
package struct PTXViolation: Hashable, Sendable {
  /// What is wrong, in lower case without a full stop.
  package var message: String
  /// The function in which it is, by its index; absent if it is in none.
  package var function: Int?
  /// The statement in which it is, by its index; absent if it is in none.
  package var statement: Int?

  init(_ message: String, function: Int? = nil, statement: Int? = nil) {
    (self.message, self.function, self.statement) = (message, function, statement)
  }
}

extension PTXReading {
  /// The first rule that the module breaks, at its line in `source`, the text that was read.
  package func firstViolation(in source: SourceText) -> Diagnostic? {
    guard let violation = module.violations().first else { return nil }
    var position = SourcePosition(file: source.name)
    if let function = violation.function, let statement = violation.statement {
      position.line = lines.line(ofStatement: statement, inFunction: function)
    }
    return Diagnostic(violation.message, at: position)
  }
}
