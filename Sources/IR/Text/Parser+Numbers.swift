import Arithmetic
import Support

/// A number as it is written, before its type is known.
struct NumberLiteral {
  /// From the sign to the last digit.
  var range: SourceRange
  var isNegative: Bool
  var kind: Kind

  enum Kind { case integer, hexadecimal, float, bool(Bool) }
}

extension Parser {
  /// An integer without sign that fits 63 bits.
  mutating func parseUnsigned() throws(ParserError) -> Int {
    guard token.kind == .integer else { throw expected("an integer") }
    guard let value = magnitude(of: token.range), let number = Int(exactly: value) else {
      throw error("integer \(describe(token)) is too large", at: token.range)
    }
    try advance()
    return number
  }

  /// `-1`, `0x7F`, `1.5`, `true`
  mutating func parseNumberLiteral() throws(ParserError) -> NumberLiteral {
    let start = token.start
    if isWord("true") || isWord("false") {
      let value = isWord("true")
      let range = token.range
      try advance()
      return NumberLiteral(range: range, isNegative: false, kind: .bool(value))
    }
    let isNegative = try take(.minus)
    let kind: NumberLiteral.Kind
    switch token.kind {
    case .float: kind = .float
    case .integer: kind = isHexadecimal(token.range) ? .hexadecimal : .integer
    default: throw expected("a number")
    }
    let range = SourceRange(start: start, end: token.end)
    try advance()
    return NumberLiteral(range: range, isNegative: isNegative, kind: kind)
  }

  /// `17 : i32`, `1.5 : f32`; without a type an integer is an `i64` and a float an `f64`.
  mutating func parseNumberAttribute() throws(ParserError) -> Attribute {
    let literal = try parseNumberLiteral()
    var scalar: ScalarType?
    if try take(.colon) {
      let range = token.range
      let type = try parseType()
      guard case .element(.scalar(let written)) = type else {
        throw error("a number cannot have type \(type)", at: range)
      }
      scalar = written
    }
    if case .float = literal.kind {
      return try attribute(of: literal, as: scalar ?? .f64)
    }
    return try attribute(of: literal, as: scalar ?? .i64)
  }

  /// The number that `literal` is in `type`.
  func attribute(
    of literal: NumberLiteral, as type: ScalarType
  ) throws(ParserError) -> Attribute {
    let bits = try bits(of: literal, as: type)
    if type == .i1 { return .bool(bits != 0) }
    return type.isInteger
      ? .integer(bits.signExtended(from: type.bitWidth), type) : .float(bits: bits, type)
  }

  /// The bits of `literal` in the format of `type`.
  func bits(of literal: NumberLiteral, as type: ScalarType) throws(ParserError) -> UInt64 {
    switch literal.kind {
    case .bool(let value):
      guard type == .i1 else {
        throw error("\(value) is no \(type)", at: literal.range)
      }
      return value ? 1 : 0
    case .integer, .hexadecimal:
      return type.isInteger
        ? try integerBits(of: literal, as: type) : try floatPattern(of: literal, as: type)
    case .float:
      guard let format = type.floatFormat else {
        throw error("a float is no \(type)", at: literal.range)
      }
      return floatBits(of: literal, in: format)
    }
  }

  private func integerBits(
    of literal: NumberLiteral, as type: ScalarType
  ) throws(ParserError) -> UInt64 {
    let mask = UInt64.max.truncated(to: type.bitWidth)
    let lowest = mask / 2 + 1
    guard let value = magnitude(of: digits(of: literal)),
      value <= (literal.isNegative ? lowest : mask)
    else { throw error("integer does not fit \(type)", at: literal.range) }
    return (literal.isNegative ? 0 &- value : value) & mask
  }

  /// Only a hexadecimal integer can be a float: it is its bits.
  private func floatPattern(
    of literal: NumberLiteral, as type: ScalarType
  ) throws(ParserError) -> UInt64 {
    guard case .hexadecimal = literal.kind, !literal.isNegative else {
      throw error("a decimal integer is no \(type), expected a point", at: literal.range)
    }
    guard let value = magnitude(of: literal.range),
      value <= UInt64.max.truncated(to: type.bitWidth)
    else { throw error("bits do not fit \(type)", at: literal.range) }
    return value
  }

  private func floatBits(of literal: NumberLiteral, in format: FloatFormat) -> UInt64 {
    let range = digits(of: literal)
    let bits = DecimalLiteral(
      lexer.bytes[Int(range.start)..<Int(range.end)], isNegative: literal.isNegative
    ).bits(in: format)
    return bits
  }

  /// The range without the sign.
  private func digits(of literal: NumberLiteral) -> SourceRange {
    guard literal.isNegative else { return literal.range }
    // Blanks may stand between the sign and the digits.
    var start = literal.range.start + 1
    while !lexer.bytes[Int(start)].isDigit { start += 1 }
    return SourceRange(start: start, end: literal.range.end)
  }

  private func isHexadecimal(_ range: SourceRange) -> Bool {
    range.end - range.start > 2 && lexer.bytes[Int(range.start) + 1] == UInt8(ascii: "x")
  }

  /// The value of the digits in `range`; `nil` if it does not fit.
  private func magnitude(of range: SourceRange) -> UInt64? {
    let isHexadecimal = isHexadecimal(range)
    let base: UInt64 = isHexadecimal ? 16 : 10
    var value: UInt64 = 0
    for byte in lexer.bytes[Int(range.start) + (isHexadecimal ? 2 : 0)..<Int(range.end)] {
      let (product, overflow) = value.multipliedReportingOverflow(by: base)
      let (sum, carry) = product.addingReportingOverflow(UInt64(byte.hexadecimalValue ?? 0))
      if overflow || carry { return nil }
      value = sum
    }
    return value
  }
}
