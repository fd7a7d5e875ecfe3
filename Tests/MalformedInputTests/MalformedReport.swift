/// The diagnostics about one case, measured against what the corpus expects.
struct MalformedReport {
  let diagnostics: [String]
  /// Processor time spent, in seconds.
  let seconds: Double
  /// By how much the process's peak of resident memory grew, in bytes.
  let memoryGrowth: Int

  /// A second, for the tool as users have it: without optimization the same takes about eight times
  /// as long.
  #if DEBUG
    static let secondsAllowed = 4.0
  #else
    static let secondsAllowed = 1.0
  #endif
  static let memoryAllowed = 1 << 30

  /// What is wrong with the report of `bytes` given as `malformed`; empty if it is right.
  func failures(for malformed: MalformedCase, bytes: [UInt8]) -> [String] {
    var failures: [String] = []
    if seconds > Self.secondsAllowed { failures.append("took \(seconds) s of processor time") }
    if memoryGrowth > Self.memoryAllowed { failures.append("took \(memoryGrowth >> 20) MiB") }
    switch malformed.expectation {
    case .accepted:
      if let first = diagnostics.first { failures.append("is well formed, but: \(first)") }
    case .error(let lines, let column, let words):
      guard let first = diagnostics.first else { return failures + ["was accepted"] }
      guard let parsed = RenderedDiagnostic(first, fileName: malformed.fileName) else {
        return failures + ["is not 'name:line:column: error: message': \(first.prefix(500))"]
      }
      let lineCount = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      if !(lines ?? 1...lineCount).contains(parsed.line) {
        failures.append("points to line \(parsed.line), not \(lines ?? 1...lineCount)")
      }
      if parsed.column < 1 || column.map({ $0 != parsed.column }) == true {
        failures.append(
          "points to column \(parsed.column), not \(column.map(String.init) ?? "1...")")
      }
      if !words.isEmpty, !words.contains(where: { parsed.message.contains($0) }) {
        failures.append("does not name \(words.joined(separator: " or ")): \(parsed.message)")
      }
      if parsed.message.isEmpty { failures.append("has no message") }
      if !parsed.hasCaret { failures.append("has no caret: \(first.prefix(500))") }
    }
    return failures
  }
}

/// The parts of `name:line:column: error: message`, a source line and a caret below it.
struct RenderedDiagnostic {
  let line: Int
  let column: Int
  let message: String
  let hasCaret: Bool

  /// Nil if `text` has another form or is about another file.
  init?(_ text: String, fileName: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let head = lines.first, head.hasPrefix(fileName + ":") else { return nil }
    let parts = head.dropFirst(fileName.count + 1)
      .split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let line = Int(parts[0]), let column = Int(parts[1]),
      parts[2].hasPrefix(" error: ")
    else { return nil }
    self.line = line
    self.column = column
    message = String(parts[2].dropFirst(" error: ".count))
    hasCaret = lines.dropFirst(2).contains { $0.contains("^") }
  }
}
