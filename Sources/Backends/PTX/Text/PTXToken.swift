import Support

/// A piece of PTX text (PTX ISA 4).
struct PTXToken {
  enum Kind: Equatable {
    /// A name or an opcode, with points and double colons inside.
    case word
    /// A word with a point before it.
    case directive
    /// A whole number, by its bits.
    case integer(UInt64)
    /// A float given by its bits.
    case float32(UInt32), float64(UInt64)
    /// A float in decimal.
    case decimal(Double)
    /// Text in quotes.
    case string
    /// A sign of one character.
    case sign(UInt8)
    /// The end of the text.
    case end
  }

  var kind: Kind
  /// Where it stands, in bytes.
  var start: Int
  var end: Int
  /// The line it stands in, from 1.
  var line: Int

  var range: SourceRange { SourceRange(start, end) }

  func `is`(_ sign: Unicode.Scalar) -> Bool { kind == .sign(UInt8(ascii: sign)) }
}
