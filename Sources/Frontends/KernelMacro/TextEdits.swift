/// Insertions and replacements in a ``SourceText``, collected while its syntax tree is visited.
///
/// A construct is rewritten from the inside out: the edits inside a range are rendered to text by
/// ``take(from:in:of:)``, and the text becomes part of one replacement of the whole range. What is
/// never edited keeps its characters, line breaks and comments.
struct TextEdits {
  private struct Edit {
    let range: Range<Int>
    let text: String
  }

  private var edits: [Edit] = []

  /// A mark for ``take(from:in:of:)``: the number of edits made so far.
  var mark: Int { edits.count }

  /// Puts `text` in front of the character at `offset`, behind what was put there before.
  mutating func insert(_ text: String, at offset: Int) {
    edits.append(Edit(range: offset..<offset, text: text))
  }

  /// Puts `text` in the place of `range`.
  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(Edit(range: range, text: text))
  }

  /// Removes the edits made since `mark` and returns the text of `range` with them applied.
  ///
  /// - Requires: the edits made since `mark` lie in `range` and do not overlap.
  mutating func take(from mark: Int, in range: Range<Int>, of source: SourceText) -> String {
    let inside = edits[mark...].enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    edits.removeSubrange(mark...)
    var text: [UInt8] = []
    var position = range.lowerBound
    for (_, edit) in inside {
      precondition(
        edit.range.lowerBound >= position && edit.range.upperBound <= range.upperBound,
        "edits overlap or leave their range")
      text += source[position..<edit.range.lowerBound]
      text += edit.text.utf8
      position = edit.range.upperBound
    }
    text += source[position..<range.upperBound]
    return String(decoding: text, as: UTF8.self)
  }
}
