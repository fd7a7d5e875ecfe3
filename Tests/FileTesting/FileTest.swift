import Support

/// A test written as a text file: functions in textual IR, each followed by what is expected of it.
///
/// The first line says what to do with each case of the file:
///
///     // test: canonicalize dce      run these passes, in order
///     // test: parse                 read, and print again
///     // test: verify                read and verify only
///     // test: axis-facts            say what is known of each value
///     // test: assign-layouts 4      say how the threads of 4 warps hold tiles
///
/// A case is a public function with the private ones that stand before it, and those of earlier cases
/// that it names. Its name is the claim that is tested. The lines `//> ` behind it are the expected
/// result, complete and exact. A case that is to be refused has no result; instead,
/// `// error: message` ends each line that is reported and gives a part of the message. When
/// verifying, a case without such marks must be well formed.
public struct FileTest: Sendable {
  /// The name of the file, for diagnostics.
  public let name: String
  /// What is done with the cases.
  public let command: TestCommand
  let cases: [TestCase]

  /// - Throws: what about the file is no test.
  public init(name: String, text: String) throws(Diagnostic) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.name = name
    command = try TestCommand(firstLine: lines.first ?? "", of: name)
    cases = TestCase.cases(in: lines.dropFirst(), of: name)
    if cases.isEmpty {
      throw Diagnostic("test has no function", at: SourcePosition(file: name, line: 1))
    }
  }

  /// What is wrong, one message for each case that fails; empty if the test passes.
  public func failures() -> [String] {
    cases.compactMap { test in
      let outcome = command.run(test)
      let expected = test.expectation
      if outcome.matches(expected) { return nil }
      return """
        \(name):\(test.firstLine): \(test.claim)
        --- expected
        \(expected.description)
        --- found
        \(outcome.description)
        """
    }
  }

  /// The text of the test with the expected results replaced by what is found now. Errors are
  /// marked by hand, so cases with marks and cases that are refused stay as they are.
  ///
  /// - Returns: `nil` if the test has no results, only marks.
  public func updated() -> String? {
    if !command.hasResults { return nil }
    let cases = cases.map { test in
      var lines = test.source
      if case .text(let found) = command.run(test), test.marks.isEmpty {
        lines += found.map { $0.isEmpty ? "//>" : "//> \($0)" }
      } else {
        lines += test.expected.map { $0.isEmpty ? "//>" : "//> \($0)" }
      }
      return lines.joined(separator: "\n")
    }
    return ([command.description] + cases).joined(separator: "\n\n") + "\n"
  }
}
