import Support

extension Lexer {
  /// Passes over a string from its first to its last quote.
  mutating func scanString() throws(ParserError) {
    let start = position
    position += 1
    while let byte = byte(at: position), byte != UInt8(ascii: "\n") {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        try scanEscape()
      default:
        position += 1
      }
    }
    throw error("string is not closed on its line", start, start + 1)
  }

  /// Passes over `\\`, `\"`, `\n`, `\t` or two hexadecimal digits behind a backslash.
  private mutating func scanEscape() throws(ParserError) {
    switch byte(at: position + 1) {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "n"), UInt8(ascii: "t"):
      position += 2
    case let first? where first.hexadecimalValue != nil:
      guard byte(at: position + 2)?.hexadecimalValue != nil else {
        throw error("escape needs two hexadecimal digits", position, position + 2)
      }
      position += 3
    default:
      throw error("unknown escape in string", position, position + 2)
    }
  }

  /// Passes over an integer in decimal or hexadecimal, or a float with a point.
  mutating func scanNumber() throws(ParserError) -> Token.Kind {
    let start = position
    if byte(at: start) == UInt8(ascii: "0"), byte(at: start + 1) == UInt8(ascii: "x"),
      byte(at: start + 2)?.hexadecimalValue != nil
    {
      position += 2
      while byte(at: position)?.hexadecimalValue != nil { position += 1 }
      try endNumber(from: start)
      return .integer
    }
    skipDigits()
    guard byte(at: position) == UInt8(ascii: ".") else {
      try endNumber(from: start)
      return .integer
    }
    position += 1
    skipDigits()
    if let letter = byte(at: position), letter | 0x20 == UInt8(ascii: "e") {
      var digits = position + 1
      if let sign = byte(at: digits), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        digits += 1
      }
      guard byte(at: digits)?.isDigit == true else {
        throw error("exponent has no digits", start, digits)
      }
      position = digits
      skipDigits()
    }
    try endNumber(from: start)
    return .float
  }

  private mutating func skipDigits() {
    while let byte = byte(at: position), byte.isDigit { position += 1 }
  }

  private func endNumber(from start: Int) throws(ParserError) {
    if let next = byte(at: position), next.continuesWord {
      throw error("number runs into a letter or a point", start, position + 1)
    }
  }

  /// The bytes that the string token from `start` to `end` stands for.
  ///
  /// - Requires: it is a string token, so its escapes are well formed.
  func unescaped(from start: Int, to end: Int) -> [UInt8] {
    if !bytes[start..<end].contains(UInt8(ascii: "\\")) {
      return Array(bytes[start + 1..<end - 1])
    }
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start + 1
    while index < end - 1 {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case let quoted where quoted == UInt8(ascii: "\\") || quoted == UInt8(ascii: "\""):
        result.append(quoted)
      case let high:
        let low = bytes[index + 2]
        result.append((high.hexadecimalValue ?? 0) << 4 | (low.hexadecimalValue ?? 0))
        index += 1
      }
      index += 2
    }
    return result
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// May stand in a word behind its first character.
  var continuesWord: Bool {
    isLetter || isDigit || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
      || self == UInt8(ascii: "$")
  }
  /// May stand in a name behind `%`, `^`, `#` or `!`.
  var continuesName: Bool { continuesWord || self == UInt8(ascii: "-") }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    if isDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}
