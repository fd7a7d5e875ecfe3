import Foundation

/// The malformed inputs in `Cases`.
///
/// A file `<theme>.malformed` starts with a sentence about the theme and goes on with cases. A case
/// is a header line and the text up to the next header, without the empty lines at its end:
///
///     //# claim_as_name | <line>:<column> | <words> | <form>
///
/// The line counts from the case's own first line; it may be a range `2-4` where a rule is broken by
/// several lines together, and `*` where any line of the input will do. The column may be `*`. Instead
/// of a position, `accept` says that the text is well formed. The words are alternatives `a|b` of
/// which the message must hold one, or `*`. The form is left out for plain text, or is one of
/// `repeat`, `bytes` and `cut N` (see `MalformedContent`; a cut makes N cases).
enum MalformedCorpus {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Cases", isDirectory: true)

  /// Every case of every theme, in the order of the file names.
  static func all() throws -> [MalformedCase] { try themes().flatMap(\.cases) }

  /// The cases of every theme.
  static func themes() throws -> [(name: String, cases: [MalformedCase])] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "malformed" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let theme = file.deletingPathExtension().lastPathComponent
        return (theme, try cases(in: String(contentsOf: file, encoding: .utf8), theme: theme))
      }
  }

  /// The cases written in the text of one file.
  static func cases(in text: String, theme: String) throws(MalformedCorpusError) -> [MalformedCase]
  {
    var result: [MalformedCase] = []
    var header: Substring?
    var body: [Substring] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines + ["//# "] {
      guard line.hasPrefix("//# ") else {
        body.append(line)
        continue
      }
      if let header {
        while body.last?.isEmpty == true { body.removeLast() }
        let text = body.joined(separator: "\n")
        do {
          result += try cases(header: header, body: text, theme: theme)
        } catch {
          throw MalformedCorpusError("\(theme).malformed: '\(header)': \(error.reason)")
        }
      }
      header = line
      body = []
    }
    return result
  }
}

extension MalformedCorpus {
  fileprivate static func cases(
    header: Substring, body: String, theme: String
  ) throws(MalformedCorpusError) -> [MalformedCase] {
    let fields = header.dropFirst("//# ".count).components(separatedBy: " | ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard (3...4).contains(fields.count) else {
      throw MalformedCorpusError("header must have 3 or 4 fields between ' | '")
    }
    let expectation = try expectation(position: fields[1], words: fields[2])
    func makeCase(_ content: MalformedContent, suffix: String = "") -> MalformedCase {
      MalformedCase(
        theme: theme, name: fields[0] + suffix, expectation: expectation, content: content)
    }
    let form = fields.count == 4 ? fields[3] : "text"
    switch form {
    case "text": return [makeCase(.text(body))]
    case "repeat": return [makeCase(.repetition(body))]
    case "bytes": return [makeCase(.bytes(body))]
    default:
      guard form.hasPrefix("cut "), let count = Int(form.dropFirst(4)), count > 0 else {
        throw MalformedCorpusError("form '\(form)' is none of repeat, bytes, cut N")
      }
      return try MalformedContent.cuts(of: body, count: count).map {
        makeCase(.prefix(body, length: $0), suffix: "_cut_at_\($0)")
      }
    }
  }

  fileprivate static func expectation(
    position: String, words: String
  ) throws(MalformedCorpusError) -> MalformedExpectation {
    if position == "accept" { return .accepted }
    let parts = position.split(separator: ":")
    guard parts.count == 2, let lines = bounds(parts[0]), let columns = bounds(parts[1]) else {
      throw MalformedCorpusError("position '\(position)' is neither 'line:column' nor 'accept'")
    }
    return .error(
      lines: lines.range, column: columns.range?.lowerBound,
      words: words == "*" ? [] : words.split(separator: "|").map(String.init))
  }

  /// `*`, `3` or `3-5`; nil for anything else.
  fileprivate static func bounds(_ text: Substring) -> Bounds? {
    if text == "*" { return Bounds(range: nil) }
    let ends = text.split(separator: "-").map { Int($0) }
    switch (ends.count, ends.first ?? nil, ends.last ?? nil) {
    case (1, let line?, _) where line > 0: return Bounds(range: line...line)
    case (2, let first?, let last?) where 0 < first && first < last:
      return Bounds(range: first...last)
    default: return nil
    }
  }

  /// The numbers a part of a position allows; nil if it allows all.
  fileprivate struct Bounds { let range: ClosedRange<Int>? }
}

/// The corpus breaks its own notation.
struct MalformedCorpusError: Error, CustomStringConvertible {
  let reason: String

  init(_ reason: String) { self.reason = reason }

  var description: String { reason }
}
