/// Something wrong with the user's input, said at a place in it.
///
/// The message is in lower case without a full stop, names what was found and says what was
/// expected: "cannot splat i32 into tensor<4xf32>".
public struct Diagnostic: Error, Hashable, Sendable {
  /// What is wrong, in lower case without a full stop.
  public var message: String
  /// Where it is wrong.
  public var position: SourcePosition
  /// The line that `position` names, as far as it could be read.
  public var excerpt: Excerpt?
  /// What else the reader needs, each at a place of its own.
  public var notes: [Note]

  /// A source line and how many of its characters, from the position on, are meant.
  public struct Excerpt: Hashable, Sendable {
    /// The whole line, without its end.
    public var line: String
    /// How many characters are marked.
    public var length: Int

    /// A line of which `length` characters are marked.
    public init(line: String, length: Int = 1) { (self.line, self.length) = (line, length) }
  }

  /// A further message at a place of its own.
  public struct Note: Hashable, Sendable {
    /// What is wrong, in lower case without a full stop.
    public var message: String
    /// Where it is wrong.
    public var position: SourcePosition

    /// Says `message` at `position`.
    public init(_ message: String, at position: SourcePosition) {
      (self.message, self.position) = (message, position)
    }
  }

  /// Says `message` at `position`.
  public init(
    _ message: String, at position: SourcePosition, excerpt: Excerpt? = nil, notes: [Note] = []
  ) {
    self.message = message
    self.position = position
    self.excerpt = excerpt
    self.notes = notes
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: error: message`, then the source line and a caret below it.
  public var description: String {
    var text = "\(position): error: \(message.escapingControlCharacters)"
    if let excerpt, position.column > 0 { text += "\n" + excerpt.drawn(at: position.column) }
    for note in notes {
      text += "\n\(note.position): note: \(note.message.escapingControlCharacters)"
    }
    return text
  }
}

extension Diagnostic.Excerpt {
  /// How much of a long line is shown; a line may be a whole file.
  private static let widthLimit = 160

  /// The line with a caret below `column` and a tilde below each further character meant.
  fileprivate func drawn(at column: Int) -> String {
    // Tabs and control characters become one space, so that the caret stands where it should.
    let characters = line.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }
    let first = max(0, min(column - 1 - Self.widthLimit / 2, characters.count - Self.widthLimit))
    let shown = characters.dropFirst(first).prefix(Self.widthLimit)
    var text = "  "
    text.unicodeScalars.append(contentsOf: shown)
    let indent = column - 1 - first
    let marked = max(1, min(length, Self.widthLimit - indent))
    text += "\n  " + String(repeating: " ", count: max(0, indent)) + "^"
    text += String(repeating: "~", count: marked - 1)
    return text
  }
}

extension String {
  /// This text with control characters written as `\u{…}`: input must not drive the terminal.
  public var escapingControlCharacters: String {
    guard unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar.value < 32 || scalar.value == 127 {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
