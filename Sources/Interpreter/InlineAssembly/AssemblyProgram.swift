/// PTX instructions, read from text.
struct AssemblyProgram: Sendable {
  /// In the order of execution.
  private(set) var statements: [AssemblyStatement] = []

  /// - Parameter registerCount: how many of the registers `$0`, `$1`, … there are.
  init(parsing text: String, registerCount: Int) throws(AssemblyError) {
    for part in Self.withoutComments(text).split(separator: ";", omittingEmptySubsequences: true) {
      // Braces around several instructions only limit where register names are known.
      var words = Substring(part)
      words = Self.trimmed(words)
      while words.hasPrefix("{") || words.hasPrefix("}") {
        words = Self.trimmed(words.dropFirst())
      }
      if words.isEmpty || words.hasPrefix(".reg") { continue }
      statements.append(try AssemblyStatement(parsing: words, registerCount: registerCount))
    }
  }

  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix("//") {
        rest = rest.drop { $0 != "\n" && $0 != "\r\n" }
      } else if rest.hasPrefix("/*") {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
        rest = rest.dropFirst(2)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
