import Support

extension Parser {
  /// `array<i32: 1, 0>`, `array<i1: true>`, `array<i32>`
  mutating func parseDenseArray() throws(ParserError) -> Attribute {
    try expectWord("array")
    try expect(.less)
    guard token.kind == .word, let scalar = ScalarType.named[spelling(of: token)],
      scalar.isInteger
    else { throw expected("an integer type") }
    try advance()
    var values: [Int64] = []
    if try take(.colon) {
      values = try list { parser throws(ParserError) in
        let literal = try parser.parseNumberLiteral()
        let bits = try parser.bits(of: literal, as: scalar)
        return scalar == .i1 ? Int64(bits) : bits.signExtended(from: scalar.bitWidth)
      }
    }
    try expect(.greater)
    return .denseArray(scalar, values)
  }

  /// `dense<elements> : tensor<4xi32>`
  ///
  /// The elements are read twice: their type, which says what they are, stands behind them.
  mutating func parseDense() throws(ParserError) -> DenseElements {
    try expectWord("dense")
    try expect(.less)
    let start = (token, Int(token.end))
    let range = SourceRange(start: token.start, end: try skipElements())
    try expect(.greater)
    try expect(.colon)
    let typeRange = token.range
    let type = try parseType()
    guard case .tensor(let shape, .scalar(let scalar)) = type else {
      throw error("dense elements need a tensor of numbers, not \(type)", at: typeRange)
    }
    let end = (token, lexer.position, previousEnd)
    (token, lexer.position) = start
    var bits: [UInt64] = []
    if token.kind == .greater {
      throw error("dense has no elements, expected \(shape.count)", at: token.range)
    } else if token.kind == .string {
      bits = try parseElementBytes(count: shape.count, as: scalar)
    } else if token.kind == .leftBracket {
      try parseElements(shape, from: 0, as: scalar, into: &bits)
    } else {
      bits = [try self.bits(of: try parseNumberLiteral(), as: scalar)]
    }
    guard token.kind == .greater else {
      throw error("expected '>' behind the elements, found \(describe(token))", at: range)
    }
    (token, lexer.position, previousEnd) = end
    return DenseElements(type: type, bits: bits)
  }

  /// Passes over the elements up to the `>` that ends them, and returns where they end.
  private mutating func skipElements() throws(ParserError) -> UInt32 {
    var brackets = 0
    while token.kind != .greater || brackets > 0 {
      switch token.kind {
      case .leftBracket: brackets += 1
      case .rightBracket: brackets -= 1
      case .integer, .float, .minus, .comma, .string: break
      case .word where isWord("true") || isWord("false"): break
      default: throw expected("an element, ',' or '>'")
      }
      if brackets < 0 { throw error("']' closes nothing", at: token.range) }
      if brackets > Shape.maximumRank {
        throw error("elements nest deeper than any tensor", at: token.range)
      }
      try advance()
    }
    return previousEnd
  }

  /// `[…]` for the dimensions of `shape` from `dimension` on.
  private mutating func parseElements(
    _ shape: Shape, from dimension: Int, as scalar: ScalarType, into bits: inout [UInt64]
  ) throws(ParserError) {
    guard dimension < shape.rank else {
      bits.append(try self.bits(of: try parseNumberLiteral(), as: scalar))
      return
    }
    let opening = try expect(.leftBracket)
    var count = 0
    if token.kind != .rightBracket {
      repeat {
        try parseElements(shape, from: dimension + 1, as: scalar, into: &bits)
        count += 1
      } while try take(.comma)
    }
    let range = SourceRange(start: opening.start, end: token.end)
    guard try take(.rightBracket) else { throw expected("',' or ']'") }
    guard count == shape[dimension] else {
      throw error(
        "list has \(count) elements, expected \(shape[dimension]) for dimension \(dimension)",
        at: range)
    }
  }

  /// `"0x…"`: the bytes of all elements, or of the one that all are, lowest first.
  private mutating func parseElementBytes(
    count: Int, as scalar: ScalarType
  ) throws(ParserError) -> [UInt64] {
    let range = token.range
    let text = Array(try parseString().utf8)
    guard text.starts(with: "0x".utf8), text.count % 2 == 0,
      text.dropFirst(2).allSatisfy({ $0.hexadecimalValue != nil })
    else { throw error("expected \"0x\" and pairs of hexadecimal digits", at: range) }
    let bytes = stride(from: 2, to: text.count, by: 2).map {
      (text[$0].hexadecimalValue ?? 0) << 4 | (text[$0 + 1].hexadecimalValue ?? 0)
    }
    let width = scalar.byteWidth
    guard bytes.count == width || bytes.count == width * count else {
      throw error(
        "string has \(bytes.count) bytes, expected \(width * count) or \(width)", at: range)
    }
    return stride(from: 0, to: bytes.count, by: width).map { start in
      let value = (0..<width).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * $1) }
      return value.truncated(to: scalar.bitWidth)
    }
  }
}
