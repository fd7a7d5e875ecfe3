/// Text that keeps the compiler's idea of file, line and column equal to the user's.
///
/// The expansion is compiled under `#sourceLocation` directives. One may stand only between
/// statements and names the line of the *next* line of text; columns cannot be set, so text is
/// padded with spaces to the column that it has in the user's file.
extension SourceText {
  /// A line break and a directive after which the next line of text counts as `line`.
  func directive(line: Int) -> String {
    // Line numbers below 1 are refused; they would arise only for a body on a file's first line.
    "\n#sourceLocation(file: \(file), line: \(max(line, 1)))\n"
  }

  /// A directive and padding after which the next character counts as the one at `offset`.
  func synchronized(to offset: Int) -> String {
    directive(line: position(of: offset).line) + padding(to: offset)
  }

  /// A directive after which the *rest of the line* of `offset` counts as it stands there, when the
  /// text that follows starts with a line break.
  func synchronized(afterLineOf offset: Int) -> String {
    var text = directive(line: line(of: offset) + 1)
    text.removeLast()
    return text
  }

  /// `opening`, which is kept on a line of its own, then the text meant for `offset`, whose
  /// character lands on its line and column: for what cannot be split by a directive, such as
  /// `let x =` and its value.
  func splitting(_ opening: String, before offset: Int) -> String {
    let line = line(of: offset)
    if line == 1 { return directive(line: 1) + opening + " " }
    return directive(line: line - 1) + opening + "\n" + padding(to: offset)
  }

  /// `opening` on a line of its own, then `.member`, whose name lands on the line and column of
  /// `offset`: where the compiler reports that an argument of the call does not fit.
  func calling(_ member: String, on opening: String, at offset: Int) -> String {
    let position = position(of: offset)
    if position.line == 1 || position.column == 1 {
      return directive(line: position.line) + opening + "." + member
    }
    return directive(line: position.line - 1) + opening + "\n"
      + String(repeating: " ", count: position.column - 2) + "." + member
  }

  /// As many spaces and line breaks as there are characters and line breaks in `range` behind the
  /// first `count` characters, or behind its first line if that is shorter.
  func blanks(in range: Range<Int>, behind count: Int = 0) -> String {
    let lineEnd = self[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    let rest = self[min(range.lowerBound + count, lineEnd)..<range.upperBound]
    let blanks = rest.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    return String(decoding: blanks, as: UTF8.self)
  }

  private func padding(to offset: Int) -> String {
    String(repeating: " ", count: position(of: offset).column - 1)
  }
}
