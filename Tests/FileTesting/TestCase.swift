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
  /// Private functions of earlier cases that this one names.
  var borrowed: [TestFunction] = []

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
        isOpen = !cases[cases.count - 1].isComplete
      } else if !line.isEmpty {
        cases.append(TestCase(file: file, firstLine: offset + 2))
        cases[cases.count - 1].source.append(line)
        isOpen = true
      }
    }
    lend(in: &cases)
    return cases.filter { !$0.claim.isEmpty }
  }

  /// Gives each case the private functions of earlier ones that it names.
  private static func lend(in cases: inout [TestCase]) {
    var known: [String: TestFunction] = [:]
    for index in cases.indices {
      let own = cases[index].functions
      var pending = own
      var present = Set(own.map(\.name))
      while let function = pending.popLast() {
        for name in function.namedFunctions {
          guard let other = known[name], present.insert(name).inserted else { continue }
          cases[index].borrowed.append(other)
          pending.append(other)
        }
      }
      for function in own where function.isPrivate { known[function.name] = function }
    }
  }

  /// The last line ends a function that is not private.
  private var isComplete: Bool {
    source.last == "}" && !(functions.last?.isPrivate ?? true)
  }

  /// The functions of the case itself.
  private var functions: [TestFunction] {
    var result: [TestFunction] = []
    for (offset, line) in source.enumerated() {
      if line.hasPrefix(TestFunction.keyword) {
        result.append(TestFunction(firstLine: firstLine + offset))
      }
      if !result.isEmpty { result[result.count - 1].lines.append(line) }
    }
    return result
  }

  /// The line that names the function whose name is the claim.
  var claim: String { source.last { $0.hasPrefix(TestFunction.keyword) } ?? "" }

  /// The functions, at the lines where they stand in the file.
  var sourceText: SourceText {
    let end = firstLine - 1 + source.count
    var lines = Array(repeating: "", count: end)
    for (offset, line) in source.enumerated() { lines[firstLine - 1 + offset] = line }
    for function in borrowed {
      for (offset, line) in function.lines.enumerated() {
        lines[function.firstLine - 1 + offset] = line
      }
    }
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
