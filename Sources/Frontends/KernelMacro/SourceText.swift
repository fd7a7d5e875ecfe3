import SwiftSyntax

/// The text of a piece of a source file, with the lines and columns that it has in that file.
///
/// Offsets are UTF-8 offsets into the piece. Lines and columns count from 1, columns in UTF-8
/// bytes, as the compiler's own messages do.
struct SourceText {
  /// A line and a column of the user's file.
  struct Position: Equatable {
    let line: Int
    let column: Int
  }

  /// The file's path as a Swift string literal, quotes included.
  let file: String

  private let bytes: [UInt8]
  private let first: Position
  /// The offsets at which lines start, without the first line.
  private let lineStarts: [Int]

  /// Takes the text of `node`, trivia included, whose first token after its leading trivia lies at
  /// `position` in the file.
  init(_ node: some SyntaxProtocol, at position: Position, file: String) {
    self.file = file
    let bytes = Array(node.description.utf8)
    self.bytes = bytes
    lineStarts = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    let trivia = Array(node.leadingTrivia.description.utf8)
    let breaks = trivia.filter { $0 == UInt8(ascii: "\n") }.count
    // With a line break in the trivia, the column of the piece's start is never asked for.
    first = Position(line: position.line - breaks, column: position.column - trivia.count)
  }

  /// The number of UTF-8 bytes.
  var count: Int { bytes.count }

  /// The bytes of `range`.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// The line and column of the character at `offset`.
  func position(of offset: Int) -> Position {
    let line = lineStarts.partitioningIndex { $0 > offset }
    guard line > 0 else { return Position(line: first.line, column: first.column + offset) }
    return Position(line: first.line + line, column: offset - lineStarts[line - 1] + 1)
  }

  /// The line of the character at `offset`.
  func line(of offset: Int) -> Int { position(of: offset).line }

  /// Whether `range` crosses a line break.
  func spansLines(_ range: Range<Int>) -> Bool {
    line(of: range.lowerBound) != line(of: range.upperBound)
  }
}

extension [Int] {
  /// The first index whose element satisfies `predicate`, in a list where it holds from some index
  /// on; the list's count if for none.
  fileprivate func partitioningIndex(where predicate: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
