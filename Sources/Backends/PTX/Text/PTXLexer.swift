import Support

/// Splits PTX text into tokens (PTX ISA 4.1 to 4.5).
///
/// An opcode is one token, as is a special register: points and double colons continue a word when
/// a letter or digit follows.
struct PTXLexer {
  let source: SourceText
  private var position = 0
  private var line = 1

  init(_ source: SourceText) { self.source = source }

  private func byte(_ offset: Int = 0) -> UInt8? {
    let index = position + offset
    return index < source.bytes.count ? source.bytes[index] : nil
  }

  /// The next token; the end again and again once it is reached.
  mutating func next() throws(Diagnostic) -> PTXToken {
    try skipBlanks()
    let (start, startLine) = (position, line)
    let kind = try scan()
    return PTXToken(kind: kind, start: start, end: position, line: startLine)
  }

  private mutating func scan() throws(Diagnostic) -> PTXToken.Kind {
    guard let first = byte() else { return .end }
    if first.startsName {
      scanWord(withPoints: true)
      return .word
    }
    if first.isDecimalDigit { return try scanNumber() }
    switch first {
    case UInt8(ascii: ".") where byte(1)?.continuesName == true:
      scanWord(withPoints: false)
      return .directive
    case UInt8(ascii: "\""): return try scanString()
    case _ where "{}()[]<>,;:|+-!@=*/".utf8.contains(first):
      position += 1
      return .sign(first)
    default:
      let length = source.bytes[position...].dropFirst().prefix { $0 & 0xC0 == 0x80 }.count + 1
      let text = String(decoding: source.bytes[position..<position + length], as: UTF8.self)
      throw error("unexpected character '\(text.escapingControlCharacters)'", from: position)
    }
  }

  private mutating func scanWord(withPoints: Bool) {
    position += 1
    while let next = byte() {
      if next.continuesName {
        position += 1
      } else if withPoints, next == UInt8(ascii: "."), byte(1)?.continuesName == true {
        position += 1
      } else if next == UInt8(ascii: ":"), byte(1) == UInt8(ascii: ":"),
        byte(2)?.continuesName == true
      {
        position += 2
      } else {
        return
      }
    }
  }

  private mutating func scanString() throws(Diagnostic) -> PTXToken.Kind {
    let start = position
    position += 1
    while let next = byte(), next != UInt8(ascii: "\n") {
      position += 1
      if next == UInt8(ascii: "\"") { return .string }
    }
    throw error("text in quotes does not end on its line", from: start)
  }

  private mutating func skipBlanks() throws(Diagnostic) {
    while let next = byte() {
      if next == UInt8(ascii: "\n") {
        line += 1
        position += 1
      } else if next == 32 || (9...13).contains(next) {
        position += 1
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "/") {
        skipLine()
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        return
      }
    }
  }

  /// Goes on at the end of the line.
  mutating func skipLine() {
    while let next = byte(), next != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipComment() throws(Diagnostic) {
    let start = position
    position += 2
    while let next = byte() {
      if next == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      if next == UInt8(ascii: "\n") { line += 1 }
      position += 1
    }
    throw error("comment does not end", from: start, length: 2)
  }

  private func error(_ message: String, from start: Int, length: Int = 1) -> Diagnostic {
    source.diagnostic(message, at: SourceRange(start, start + length))
  }
}

extension PTXLexer {
  /// A number: `10`, `0x1F`, `017`, `0b11`, each perhaps with `U`; `1.5`, `2e9`; `0f` or `0d` and
  /// the bits of a float.
  private mutating func scanNumber() throws(Diagnostic) -> PTXToken.Kind {
    let start = position
    let isHexadecimal = byte(1).map { $0 | 32 } == UInt8(ascii: "x")
    let isBits = ["f", "d"].contains { byte(1).map { $0 | 32 } == UInt8(ascii: $0) }
    while let next = byte() {
      let isExponentSign =
        (next == UInt8(ascii: "-") || next == UInt8(ascii: "+")) && !isHexadecimal && !isBits
        && source.bytes[position - 1] | 32 == UInt8(ascii: "e")
      guard next.continuesNumber || isExponentSign else { break }
      position += 1
    }
    let text = String(decoding: source.bytes[start..<position], as: UTF8.self).lowercased()
    if let kind = Self.number(text) { return kind }
    throw source.diagnostic("'\(text)' is not a number", at: SourceRange(start, position))
  }

  private static func number(_ text: String) -> PTXToken.Kind? {
    let digits = text.dropFirst(2)
    switch text.prefix(2) {
    case "0f": return digits.utf8.count == 8 ? UInt32(digits, radix: 16).map { .float32($0) } : nil
    case "0d": return digits.utf8.count == 16 ? UInt64(digits, radix: 16).map { .float64($0) } : nil
    default: break
    }
    if text.contains(".") || (text.contains("e") && !text.hasPrefix("0x")) {
      return Double(text).map { .decimal($0) }
    }
    let whole = text.hasSuffix("u") ? text.dropLast() : text[...]
    let value =
      switch whole.prefix(2) {
      case "0x": UInt64(whole.dropFirst(2), radix: 16)
      case "0b": UInt64(whole.dropFirst(2), radix: 2)
      default: UInt64(whole, radix: whole.first == "0" ? 8 : 10)
      }
    return value.map { .integer($0) }
  }
}

extension UInt8 {
  fileprivate var isDecimalDigit: Bool { self >= 48 && self <= 57 }

  fileprivate var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }

  fileprivate var startsName: Bool {
    isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: "$") || self == UInt8(ascii: "%")
  }

  fileprivate var continuesName: Bool {
    isLetter || isDecimalDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: "$")
  }

  /// Letters and points continue a number, whatever they mean.
  fileprivate var continuesNumber: Bool {
    isLetter || isDecimalDigit || self == UInt8(ascii: ".")
  }
}
