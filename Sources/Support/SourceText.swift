/// A text that was read, with the name it is known by.
///
/// Holds bytes, not characters: what was read may not be valid UTF-8, and positions are found in
/// it without decoding.
public struct SourceText: Sendable {
  /// The file's path as the user wrote it, or what stands in for one.
  public let name: String
  /// What was read.
  public let bytes: [UInt8]
  /// How many bytes behind the place of a diagnostic its excerpt may hold.
  private static let excerptSize = 1_024
  /// The offset of the first byte of each line.
  private let lineStarts: [UInt32]

  /// A text of `bytes` known as `name`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts: [UInt32] = [0]
    var next = 0
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: next) {
      next = end + 1
      starts.append(UInt32(clamping: next))
    }
    lineStarts = starts
  }

  /// A text known as `name`.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The line and column of the byte at `offset`; an offset past the end names the end.
  public func position(of offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let start = Int(lineStarts[line])
    // A continuation byte belongs to the character before it.
    let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return SourcePosition(file: name, line: line + 1, column: column)
  }

  /// The text of line `number`, counted from 1, without its end; empty if there is no such line.
  public func line(_ number: Int) -> String { line(number, upTo: bytes.count) }

  /// Line `number` without its end, as far as it stands before `limit`.
  private func line(_ number: Int, upTo limit: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = Int(lineStarts[number - 1])
    var end = number < lineStarts.count ? Int(lineStarts[number]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    end = min(end, limit)
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// The diagnostic that `message` at `range` makes, with the line it speaks of.
  public func diagnostic(_ message: String, at range: SourceRange) -> Diagnostic {
    let start = position(of: Int(range.start))
    let end = position(of: Int(max(range.start, range.end)))
    let length = end.line == start.line ? max(1, end.column - start.column) : 1
    // A line may be the whole file; what stands far behind the place is not shown.
    let shown = line(start.line, upTo: Int(range.start) + Self.excerptSize)
    return Diagnostic(
      message, at: start, excerpt: Diagnostic.Excerpt(line: shown, length: length))
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
