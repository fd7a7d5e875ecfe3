import Testing

/// One input and what the first diagnostic about it must say.
struct MalformedCase: Sendable {
  /// The name of the file the case stands in, without its extension.
  let theme: String
  /// What is wrong with the input, in words joined by `_`; unique in its theme.
  let name: String
  let expectation: MalformedExpectation
  let content: MalformedContent

  /// The name the input is given: diagnostics start with it.
  var fileName: String { "\(theme)-\(name).ttir" }
}

extension MalformedCase: CustomTestStringConvertible {
  var testDescription: String { "\(theme)/\(name)" }
}

/// What becomes of an input.
enum MalformedExpectation: Sendable, Equatable {
  /// Nothing is wrong: the input looks like its malformed neighbours and is well formed.
  case accepted
  /// The first diagnostic is an error.
  ///
  /// - `lines`: where it may point, counted from 1; nil if any line of the input will do.
  /// - `column`: counted from 1; nil if any column will do.
  /// - `words`: the message has one of these; empty if any message will do.
  case error(lines: ClosedRange<Int>?, column: Int?, words: [String])
}
