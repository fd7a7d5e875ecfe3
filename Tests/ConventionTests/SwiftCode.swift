/// The little of Swift's grammar that the convention tests need: what is code, and what is not.
enum SwiftCode {
  /// `lines` with comments removed and string literals emptied; one line stays one line.
  ///
  /// Knows nested block comments, multi-line strings and raw strings. An interpolation counts as a
  /// part of its string.
  static func stripped(_ lines: [String]) -> [String] {
    var state = State.code
    return lines.map { line in
      if case .code = state, !line.utf8.contains(where: { $0 == quote || $0 == slash }) {
        return line
      }
      var output = ""
      var rest = Substring(line)
      while !rest.isEmpty { state.step(&rest, &output) }
      if case .string = state { state = .code }
      return output
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let slash = UInt8(ascii: "/")

  /// What the next character belongs to.
  private enum State {
    case code
    case comment(depth: Int)
    /// Inside a literal of one line that ends with a quotation mark and `hashes` signs.
    case string(hashes: Int)
    /// Inside a literal of several lines.
    case longString(hashes: Int)

    /// Takes the next token off `rest`, appending it to `output` if it is code.
    mutating func step(_ rest: inout Substring, _ output: inout String) {
      switch self {
      case .code: stepCode(&rest, &output)
      case .comment(let depth): stepComment(&rest, depth)
      case .string(let hashes): stepString(&rest, ending: "\"", hashes)
      case .longString(let hashes): stepString(&rest, ending: "\"\"\"", hashes)
      }
    }

    private mutating func stepCode(_ rest: inout Substring, _ output: inout String) {
      guard let first = rest.first, first == "/" || first == "\"" || first == "#" else {
        output.append(rest.removeFirst())
        return
      }
      if rest.hasPrefix("//") {
        rest = ""
      } else if rest.hasPrefix("/*") {
        rest.removeFirst(2)
        self = .comment(depth: 1)
      } else if let (hashes, isLong) = literalStart(rest) {
        rest.removeFirst(hashes + (isLong ? 3 : 1))
        output += "\"\""
        self = isLong ? .longString(hashes: hashes) : .string(hashes: hashes)
      } else {
        output.append(rest.removeFirst())
      }
    }

    private mutating func stepComment(_ rest: inout Substring, _ depth: Int) {
      if rest.hasPrefix("*/") {
        rest.removeFirst(2)
        self = depth == 1 ? .code : .comment(depth: depth - 1)
      } else if rest.hasPrefix("/*") {
        rest.removeFirst(2)
        self = .comment(depth: depth + 1)
      } else {
        rest.removeFirst()
      }
    }

    private mutating func stepString(_ rest: inout Substring, ending: String, _ hashes: Int) {
      let signs = String(repeating: "#", count: hashes)
      if rest.hasPrefix("\\" + signs) {
        rest.removeFirst(min(rest.count, 2 + hashes))
      } else if rest.hasPrefix(ending + signs) {
        rest.removeFirst(ending.count + hashes)
        self = .code
      } else {
        rest.removeFirst()
      }
    }

    /// How many `#` signs begin the string literal at the start of `rest`, and whether the literal
    /// is one of several lines; `nil` if none starts there.
    private func literalStart(_ rest: Substring) -> (hashes: Int, isLong: Bool)? {
      let hashes = rest.prefix { $0 == "#" }.count
      let quotes = rest.dropFirst(hashes)
      guard quotes.hasPrefix("\"") else { return nil }
      return (hashes, quotes.hasPrefix("\"\"\""))
    }
  }
}
