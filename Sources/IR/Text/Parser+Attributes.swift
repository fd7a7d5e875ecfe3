import Support

extension Parser {
  /// `{name = attribute, name}`; empty if there is none.
  mutating func parseOptionalDictionary() throws(ParserError) -> AttributeList {
    token.kind == .leftBrace ? try parseDictionary() : .empty
  }

  /// `{name = attribute, name}`
  mutating func parseDictionary() throws(ParserError) -> AttributeList {
    try enter()
    defer { leave() }
    var result = AttributeList()
    try parseEntries(into: &result)
    return result
  }

  /// Adds the entries of a dictionary to `attributes`, where none of them may be yet.
  mutating func parseEntries(into attributes: inout AttributeList) throws(ParserError) {
    try expect(.leftBrace)
    if try take(.rightBrace) { return }
    var count = 0
    repeat {
      let range = token.range
      let name = try parseEntryName()
      count += 1
      if count > limits.dictionaryEntries {
        throw error("dictionary has more than \(limits.dictionaryEntries) entries", at: range)
      }
      guard attributes[name] == nil else {
        throw error("attribute '\(name)' is given twice", at: range)
      }
      attributes[name] = try take(.equal) ? try parseAttribute() : .unit
    } while try take(.comma)
    guard try take(.rightBrace) else { throw expected("',' or '}'") }
  }

  private mutating func parseEntryName() throws(ParserError) -> String {
    switch token.kind {
    case .word:
      let name = spelling(of: token)
      try advance()
      return name
    case .string:
      let range = token.range
      let name = try parseString()
      if name.isEmpty { throw error("an attribute's name cannot be empty", at: range) }
      return name
    default:
      throw expected("the name of an attribute")
    }
  }

  /// Any attribute.
  mutating func parseAttribute() throws(ParserError) -> Attribute {
    try enter()
    defer { leave() }
    switch token.kind {
    case .word: return try parseWordAttribute()
    case .integer, .float, .minus: return try parseNumberAttribute()
    case .string:
      return .string(try parseString())
    case .symbol:
      return .symbol(try parseSymbol())
    case .leftBracket:
      return .array(
        try list(in: .leftBracket, .rightBracket) { parser throws(ParserError) in
          try parser.parseAttribute()
        })
    case .leftBrace:
      return .dictionary(try parseDictionary())
    case .leftParenthesis:
      return .functionType(try parseFunctionType())
    case .hash:
      return try parseNamedAttribute()
    case .exclamation:
      return .type(try parseType())
    default:
      throw expected("an attribute")
    }
  }

  private mutating func parseWordAttribute() throws(ParserError) -> Attribute {
    switch spelling(of: token) {
    case "true":
      try advance()
      return .bool(true)
    case "false":
      try advance()
      return .bool(false)
    case "unit":
      try advance()
      return .unit
    case "dense":
      return .dense(try parseDense())
    case "array":
      return try parseDenseArray()
    case "tensor":
      return .type(try parseType())
    case let word:
      guard ScalarType.named[word] != nil else {
        throw error("unknown attribute \(describe(token))", at: token.range)
      }
      return .type(try parseType())
    }
  }

  /// A string; its escapes must make UTF-8.
  mutating func parseString() throws(ParserError) -> String {
    guard token.kind == .string else { throw expected("a string") }
    let text = try text(from: token.start)
    try advance()
    return text
  }

  /// `@name`
  mutating func parseSymbol() throws(ParserError) -> String {
    guard token.kind == .symbol else { throw expected("a symbol such as @name") }
    let isQuoted = lexer.byte(at: Int(token.start) + 1) == UInt8(ascii: "\"")
    let name = isQuoted ? try text(from: token.start + 1) : name(of: token)
    if name.isEmpty { throw error("a symbol's name cannot be empty", at: token.range) }
    try advance()
    if token.kind == .doubleColon {
      throw error("a symbol in another symbol names nothing here", at: token.range)
    }
    return name
  }

  /// What the string that begins at `start` and ends with the next token stands for.
  private func text(from start: UInt32) throws(ParserError) -> String {
    let bytes = lexer.unescaped(from: Int(start), to: Int(token.end))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw error("escapes of the string make no UTF-8", at: token.range)
    }
    return text
  }

  /// `#alias`, or `#dialect.name<…>`, which is kept as it is written.
  private mutating func parseNamedAttribute() throws(ParserError) -> Attribute {
    let name = name(of: token)
    let range = token.range
    if let attribute = attributeAliases[name] {
      try advance()
      return attribute
    }
    guard let point = name.firstIndex(of: ".") else {
      throw error("unknown attribute alias '#\(name)'", at: range)
    }
    try advance()
    if let flags = ArithmeticFlags(rawValue: name) { return try parseFlags(flags) }
    if Opcode.dialects.contains(String(name[..<point])) {
      throw error("unknown attribute '#\(name)'", at: range)
    }
    var text = "#" + name
    if token.kind == .less { text += try parseBalanced() }
    return .opaque(text)
  }

  /// `<word, word>`
  mutating func parseFlags(_ flags: ArithmeticFlags) throws(ParserError) -> Attribute {
    let words = try list(in: .less, .greater) { parser throws(ParserError) in
      let word = parser.spelling(of: parser.token)
      guard parser.token.kind == .word, flags.words.contains(word) else {
        throw parser.expected("one of \(flags.words.joined(separator: ", "))")
      }
      try parser.advance()
      return word
    }
    return .opaque("#\(flags.rawValue)<\(words.joined(separator: flags.separator))>")
  }

  /// The text from `<` to its `>`, with aliases replaced.
  private mutating func parseBalanced() throws(ParserError) -> String {
    var text = ""
    var open: [Token.Kind] = []
    let start = token.range
    repeat {
      switch token.kind {
      case .less: open.append(.greater)
      case .leftParenthesis: open.append(.rightParenthesis)
      case .leftBrace: open.append(.rightBrace)
      case .leftBracket: open.append(.rightBracket)
      case .greater, .rightParenthesis, .rightBrace, .rightBracket:
        guard open.popLast() == token.kind else {
          throw error("\(describe(token)) closes nothing", at: token.range)
        }
      case .end:
        throw error("'<' is not closed", at: start)
      default: break
      }
      if open.count > limits.nesting {
        throw error("nests more than \(limits.nesting) levels deep", at: token.range)
      }
      if !text.isEmpty, token.start > previousEnd { text += " " }
      text += replacingAlias(token)
      if text.utf8.count > limits.tokenSize {
        throw error("attribute has more than \(limits.tokenSize) bytes", at: start)
      }
      try advance()
    } while !open.isEmpty
    return text
  }

  private func replacingAlias(_ token: Token) -> String {
    if token.kind == .hash, let attribute = attributeAliases[name(of: token)] {
      return attribute.text
    }
    return spelling(of: token)
  }
}
