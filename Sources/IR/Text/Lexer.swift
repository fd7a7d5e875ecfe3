import Support

/// Splits a text into tokens.
///
/// Works on bytes; outside strings and comments only ASCII means anything.
struct Lexer: ~Copyable {
  let source: SourceText
  /// Those of the source.
  let bytes: [UInt8]
  let tokenSizeLimit: Int
  /// The offset of the first byte that no token holds yet.
  var position = 0

  init(_ source: SourceText, tokenSizeLimit: Int) {
    (self.source, bytes, self.tokenSizeLimit) = (source, source.bytes, tokenSizeLimit)
  }

  /// The next token.
  mutating func next() throws(ParserError) -> Token {
    try skipBlanks()
    let start = position
    guard let byte = byte(at: start) else { return token(.end, from: start) }
    let kind = try scan(byte)
    if position - start > tokenSizeLimit {
      throw error("token has more than \(tokenSizeLimit) bytes", start, start + 1)
    }
    return token(kind, from: start)
  }

  private mutating func scan(_ byte: UInt8) throws(ParserError) -> Token.Kind {
    let start = position
    if let sign = Self.signs[Int(byte)] {
      position += 1
      return finish(sign)
    }
    switch byte {
    case UInt8(ascii: "\""):
      try scanString()
      return .string
    case UInt8(ascii: "%"): return try scanName(.value, what: "a name")
    case UInt8(ascii: "^"): return try scanName(.block, what: "a name")
    case UInt8(ascii: "#"): return try scanName(.hash, what: "a name")
    case UInt8(ascii: "!"): return try scanName(.exclamation, what: "a type's name")
    case UInt8(ascii: "@"): return try scanSymbol()
    case _ where byte.isDigit: return try scanNumber()
    case _ where byte.isLetter || byte == UInt8(ascii: "_"):
      while let next = self.byte(at: position), next.continuesWord { position += 1 }
      return .word
    default:
      throw error("unexpected character \(describeCharacter(at: start))", start, start + 1)
    }
  }

  /// Signs of two characters begin like one of one character.
  private mutating func finish(_ sign: Token.Kind) -> Token.Kind {
    let second = byte(at: position)
    if sign == .minus, second == UInt8(ascii: ">") {
      position += 1
      return .arrow
    }
    if sign == .colon, second == UInt8(ascii: ":") {
      position += 1
      return .doubleColon
    }
    return sign
  }

  /// A name behind a sign: digits alone, or letters, digits and `$._-`.
  private mutating func scanName(
    _ kind: Token.Kind, what: String
  ) throws(ParserError) -> Token.Kind {
    let start = position
    position += 1
    if let first = byte(at: position), first.isDigit {
      while let next = byte(at: position), next.isDigit { position += 1 }
      return kind
    }
    // `->` ends a name: a type may stand before it.
    while let next = byte(at: position), next.continuesName {
      if next == UInt8(ascii: "-"), byte(at: position + 1) == UInt8(ascii: ">") { break }
      position += 1
    }
    if position == start + 1 {
      let sign = String(UnicodeScalar(bytes[start]))
      throw error("expected \(what) behind '\(sign)'", start, start + 1)
    }
    return kind
  }

  private mutating func scanSymbol() throws(ParserError) -> Token.Kind {
    let start = position
    position += 1
    if byte(at: position) == UInt8(ascii: "\"") {
      try scanString()
      return .symbol
    }
    guard let first = byte(at: position), first.isLetter || first == UInt8(ascii: "_") else {
      throw error("expected a name behind '@'", start, start + 1)
    }
    while let next = byte(at: position), next.continuesWord { position += 1 }
    return .symbol
  }

  /// Passes over spaces and comments.
  private mutating func skipBlanks() throws(ParserError) {
    while let byte = byte(at: position) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        position += 1
      case UInt8(ascii: "/"):
        guard self.byte(at: position + 1) == UInt8(ascii: "/") else {
          throw error("unexpected '/', a comment begins with '//'", position, position + 1)
        }
        while let next = self.byte(at: position), next != UInt8(ascii: "\n") { position += 1 }
      default:
        return
      }
    }
  }

  func byte(at offset: Int) -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  func error(_ message: String, _ start: Int, _ end: Int) -> ParserError {
    .found(source.diagnostic(message, at: SourceRange(start, end)))
  }

  private func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, start: UInt32(start), end: UInt32(position))
  }

  /// The character at `offset` in quotes, or its code where it cannot be shown.
  private func describeCharacter(at offset: Int) -> String {
    let text = String(decoding: bytes[offset...].prefix(4), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return "" }
    if scalar.value >= 32, scalar.value != 127, scalar.properties.generalCategory != .format {
      return "'\(scalar)'"
    }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  private static let signs: [Token.Kind?] = {
    var table = [Token.Kind?](repeating: nil, count: 256)
    let kinds: [Token.Kind] = [
      .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .leftBracket, .rightBracket,
      .less, .greater, .comma, .colon, .equal, .minus, .star, .question,
    ]
    for kind in kinds { table[Int(kind.sign.utf8.first ?? 0)] = kind }
    return table
  }()
}
