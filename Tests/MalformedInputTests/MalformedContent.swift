/// The input of a case, as the corpus writes it.
enum MalformedContent: Sendable, Equatable {
  /// The text itself.
  case text(String)
  /// Text in which `⟦N|piece⟧` stands for N copies of `piece`, with `$i` for the number of the copy,
  /// counted from 0, and `$j` for the next number.
  case repetition(String)
  /// Bytes as two hexadecimal digits each, and runs of ASCII in quotes.
  case bytes(String)
  /// The first bytes of a well-formed text.
  case prefix(String, length: Int)

  /// The bytes to give to the parser. Throws if the corpus breaks its own notation.
  func expanded() throws(MalformedCorpusError) -> [UInt8] {
    switch self {
    case .text(let text): Array(text.utf8)
    case .repetition(let text): try Self.repeating(text)
    case .bytes(let text): try Self.decoding(text)
    case .prefix(let text, let length): Array(text.utf8.prefix(length))
    }
  }

  /// The lengths at which `text` is cut into `count` pieces that all end before its last brace.
  static func cuts(of text: String, count: Int) throws(MalformedCorpusError) -> [Int] {
    let bytes = Array(text.utf8)
    guard let end = bytes.lastIndex(of: UInt8(ascii: "}")), end > count else {
      throw MalformedCorpusError("text has no closing brace to cut before")
    }
    return (1...count).map { $0 * end / (count + 1) }
  }
}

extension MalformedContent {
  fileprivate static func repeating(_ text: String) throws(MalformedCorpusError) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "⟦") {
      result += rest[..<start].utf8
      let inside = rest[rest.index(after: start)...]
      guard let bar = inside.firstIndex(of: "|"), let count = Int(inside[..<bar]),
        let end = inside[bar...].firstIndex(of: "⟧")
      else {
        throw MalformedCorpusError("repetition must read ⟦N|piece⟧")
      }
      append(String(inside[inside.index(after: bar)..<end]), times: count, to: &result)
      rest = inside[inside.index(after: end)...]
    }
    return result + rest.utf8
  }

  fileprivate static func append(_ piece: String, times: Int, to result: inout [UInt8]) {
    let bytes = Array(piece.utf8)
    if bytes.count == 1 {
      result += Array(repeating: bytes[0], count: times)
    } else if piece.contains("$") {
      for number in 0..<times { appendNumbered(bytes, number: number, to: &result) }
    } else {
      result.reserveCapacity(result.count + bytes.count * times)
      for _ in 0..<times { result += bytes }
    }
  }

  fileprivate static func appendNumbered(_ piece: [UInt8], number: Int, to result: inout [UInt8]) {
    var index = 0
    while index < piece.count {
      let next = index + 1 < piece.count ? piece[index + 1] : 0
      if piece[index] == UInt8(ascii: "$"), next == UInt8(ascii: "i") || next == UInt8(ascii: "j") {
        result += String(next == UInt8(ascii: "i") ? number : number + 1).utf8
        index += 2
      } else {
        result.append(piece[index])
        index += 1
      }
    }
  }

  fileprivate static func decoding(_ text: String) throws(MalformedCorpusError) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else {
          throw MalformedCorpusError("quote among bytes is never closed")
        }
        result += rest[..<end].utf8
        rest = rest[rest.index(after: end)...]
      } else {
        guard let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 else {
          throw MalformedCorpusError("'\(rest.prefix(2))' is no byte of two hexadecimal digits")
        }
        result.append(byte)
        rest = rest.dropFirst(2)
      }
    }
    return result
  }
}
