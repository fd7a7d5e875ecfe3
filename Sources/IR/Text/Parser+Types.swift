import Support

extension Parser {
  /// `i32`, `tensor<4x!tt.ptr<f32>>`, `!tt.ptr<f32>`, `!tt.tensordesc<tensor<4xf32>>`, or an alias.
  mutating func parseType() throws(ParserError) -> Type {
    try enter()
    defer { leave() }
    switch token.kind {
    case .word:
      if isWord("tensor") { return try parseTensor() }
      guard let scalar = ScalarType.named[spelling(of: token)] else {
        if isLineEnd { throw expected("a type") }
        throw error("unknown type \(describe(token))", at: token.range)
      }
      try advance()
      return .scalar(scalar)
    case .exclamation:
      return try parseNamedType()
    default:
      throw expected("a type")
    }
  }

  /// `(types)` or one type.
  mutating func parseTypes() throws(ParserError) -> [Type] {
    if token.kind != .leftParenthesis { return [try parseType()] }
    return try list(in: .leftParenthesis, .rightParenthesis) { parser throws(ParserError) in
      try parser.parseType()
    }
  }

  /// `(types) -> types`
  mutating func parseFunctionType() throws(ParserError) -> FunctionType {
    guard token.kind == .leftParenthesis else { throw expected("'('") }
    let parameters = try parseTypes()
    try expect(.arrow)
    return FunctionType(parameters: parameters, results: try parseTypes())
  }

  private mutating func parseNamedType() throws(ParserError) -> Type {
    let name = name(of: token)
    let range = token.range
    try advance()
    switch name {
    case "tt.ptr": return try parsePointerBody(from: range)
    case "tt.tensordesc": return try parseDescriptorBody()
    default:
      guard let type = typeAliases[name] else { throw error("unknown type '!\(name)'", at: range) }
      return type
    }
  }

  /// A type whose name, `!tt.ptr` or `!tt.tensordesc`, may be left out: `<f32>`.
  mutating func parseType(shortenedAs short: Syntax.ShortType?) throws(ParserError) -> Type {
    guard let short, token.kind == .less else { return try parseType() }
    switch short {
    case .pointer: return try parsePointerBody(from: token.range)
    case .descriptor: return try parseDescriptorBody()
    }
  }

  /// `<pointee>` or `<pointee, space>`
  private mutating func parsePointerBody(from start: SourceRange) throws(ParserError) -> Type {
    try expect(.less)
    let pointeeRange = token.range
    let pointee = try parsePointee()
    var space = PointerType.globalMemory
    if try take(.comma) {
      let range = token.range
      guard let number = UInt8(exactly: try parseUnsigned()) else {
        throw error("address space must be below 256", at: range)
      }
      space = number
    }
    try expect(.greater)
    switch pointee {
    case .element(.scalar(let scalar)):
      return .element(.pointer(PointerType(to: scalar, addressSpace: space)))
    case .element(.pointer(let inner)):
      guard inner.levels < PointerType.maximumLevels else {
        throw error(
          "pointer has more than \(PointerType.maximumLevels) levels", at: start)
      }
      guard inner.addressSpace == space else {
        throw error("pointer to a pointer into another address space", at: pointeeRange)
      }
      return .element(
        .pointer(PointerType(to: inner.pointee, levels: inner.levels + 1, addressSpace: space)))
    case .tensor(let shape, let element):
      return .blockPointer(shape, element, addressSpace: space)
    case .blockPointer, .descriptor:
      throw error("cannot point to \(pointee)", at: pointeeRange)
    }
  }

  /// A type in a type of its own dialect, where `!tt.` may be left out.
  private mutating func parsePointee() throws(ParserError) -> Type {
    guard isWord("ptr") else { return try parseType() }
    try enter()
    defer { leave() }
    let range = token.range
    try advance()
    return try parsePointerBody(from: range)
  }

  /// `<tensor<4x4xf32>>`
  private mutating func parseDescriptorBody() throws(ParserError) -> Type {
    try expect(.less)
    guard isWord("tensor") else { throw expected("a tensor type") }
    let start = token.start
    try advance()
    let shape = try parseShape(from: start)
    let range = token.range
    guard token.kind == .word else { throw expected("a number type") }
    let name = spelling(of: token)
    var sign = Type.Signedness.none
    if name.hasPrefix("ui") { sign = .unsigned }
    if name.hasPrefix("si") { sign = .signed }
    guard let scalar = ScalarType.named[sign == .none ? name : String(name.dropFirst())] else {
      throw error("a descriptor cannot hold \(describe(token))", at: range)
    }
    try advance()
    try endTensor()
    try expect(.greater)
    return .descriptor(shape, scalar, sign)
  }

  /// `tensor<4x4xf32>`
  private mutating func parseTensor() throws(ParserError) -> Type {
    let start = token.start
    try advance()
    let shape = try parseShape(from: start)
    let range = token.range
    let type = try parseType()
    guard case .element(let element) = type else {
      throw error("a tensor cannot hold elements of type \(type)", at: range)
    }
    try endTensor()
    return .tensor(shape, element)
  }

  private mutating func endTensor() throws(ParserError) {
    if token.kind == .comma { throw error("a tensor takes no layout here", at: token.range) }
    try expect(.greater)
  }

  /// `<4x4x` of a tensor type that begins at `start`; the token behind it is the element type.
  private mutating func parseShape(from start: UInt32) throws(ParserError) -> Shape {
    guard token.kind == .less else { throw expected("'<'") }
    // Between `<` and the element type the lexer's words do not fit: `4x4xf32` is one to it.
    lexer.position = Int(token.end)
    var extents: [Int] = []
    var count = 1
    while lexer.byte(at: lexer.position)?.isDigit == true {
      let (extent, range) = try scanExtent()
      guard extent > 0, extent & (extent - 1) == 0 else {
        throw error(
          "\(tensor(from: start)) has an extent that is no power of two", at: range)
      }
      extents.append(extent)
      guard extents.count <= Shape.maximumRank else {
        throw error(
          "\(tensor(from: start)) has more than \(Shape.maximumRank) dimensions", at: range)
      }
      // Extents are below 2^41, so this does not overflow.
      count *= extent
      guard count <= limits.tileElements else {
        throw error(
          "\(tensor(from: start)) has more than \(limits.tileElements) elements", at: range)
      }
    }
    try advance()
    switch token.kind {
    case .question, .star, .minus:
      throw error(
        "\(tensor(from: start)) has an extent that is not known or no power of two",
        at: token.range)
    default: break
    }
    guard !extents.isEmpty, let shape = Shape(extents) else {
      throw error("expected the extents of a tensor, found \(describe(token))", at: token.range)
    }
    return shape
  }

  /// `4x`; an extent is not counted further than 2^40.
  private mutating func scanExtent() throws(ParserError) -> (Int, SourceRange) {
    let start = lexer.position
    var extent = 0
    while let digit = lexer.byte(at: lexer.position), digit.isDigit {
      extent = min(extent * 10 + Int(digit - 0x30), 1 << 40)
      lexer.position += 1
    }
    let end = lexer.position
    guard lexer.byte(at: end) == UInt8(ascii: "x") else {
      throw error("expected 'x' behind an extent", at: SourceRange(end, end + 1))
    }
    lexer.position += 1
    return (extent, SourceRange(start, end))
  }

  /// The tensor type that begins at `start`, for a message.
  private func tensor(from start: UInt32) -> String {
    let text = lexer.bytes[Int(start)...].prefix(60)
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return "tensor" }
    return String(decoding: text[...end], as: UTF8.self)
  }
}
