import Support

/// A public function of a test file, the private ones before it, and what is expected.
struct TestCase: Sendable {
  /// The name of the file.
  let file: String
  /// The number of the first line in the file.
  let firstLine: Int
  /// The functions, and the comments before them.
  var source: [String] = []
  /// The lines behind `//> `.
  var expected: [String] = []

  init(file: String, firstLine: Int) { (self.file, self.firstLine) = (file, firstLine) }

  private static let resultPrefix = "//>"
  private static let errorMark = "// error: "

  /// The cases that `lines` hold; the first of them is the second of the file.
  static func cases(in lines: some Sequence<String>, of file: String) -> [TestCase] {
    var cases: [TestCase] = []
    var isOpen = false
    for (offset, line) in lines.enumerated() {
      if line.hasPrefix(resultPrefix) {
        guard !cases.isEmpty else { continue }
        cases[cases.count - 1].expected.append(String(line.dropFirst(resultPrefix.count + 1)))
        isOpen = false
      } else if isOpen {
        cases[cases.count - 1].source.append(line)
        if cases[cases.count - 1].isComplete { isOpen = false }
      } else if !line.isEmpty {
        cases.append(TestCase(file: file, firstLine: offset + 2))
        cases[cases.count - 1].source.append(line)
        isOpen = true
      }
    }
    return cases.filter { $0.claim != "" }
  }

  /// The last line ends a function that is not private.
  private var isComplete: Bool {
    source.last == "}"
      && !(source.last { $0.hasPrefix("tt.func") }?.hasPrefix("tt.func private") ?? true)
  }

  /// The line that names the function whose name is the claim.
  var claim: String { source.last { $0.hasPrefix("tt.func") } ?? "" }

  /// The functions, at the lines where they stand in the file.
  var sourceText: SourceText {
    let lines = Array(repeating: "", count: firstLine - 1) + source
    return SourceText(name: file, text: lines.joined(separator: "\n") + "\n")
  }

  /// The lines that are marked as wrong, with what is said of each.
  var marks: [(line: Int, message: String)] {
    source.enumerated().compactMap { offset, line in
      guard let range = line.firstRange(of: Self.errorMark) else { return nil }
      return (firstLine + offset, String(line[range.upperBound...]))
    }
  }

  /// What running the case must give.
  var expectation: TestOutcome {
    if marks.isEmpty { return .text(expected) }
    return .diagnostics(
      marks.map { Diagnostic($0.message, at: SourcePosition(file: file, line: $0.line)) })
  }
}
