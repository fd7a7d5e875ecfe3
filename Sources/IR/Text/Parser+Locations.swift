import Support

extension Parser {
  /// `loc(…)`, if it comes next.
  mutating func parseOptionalLocation() throws(ParserError) -> LocationID {
    guard isWord("loc") else { return .unknown }
    let start = token.start
    let syntax = try parseLocation()
    switch syntax {
    case .unknown: return .unknown
    case .file(let position): return module.intern(.file(position))
    case .alias(let number, _): return locationID(ofAlias: number)
    default:
      // What an alias in it stands for may only be known at the end of the file.
      let range = SourceRange(start: start, end: previousEnd)
      locationAliases.append(LocationAlias(name: "", definition: syntax, range: range))
      return locationID(ofAlias: locationAliases.count - 1)
    }
  }

  /// `loc(…)`
  mutating func parseLocation() throws(ParserError) -> LocationSyntax {
    try expectWord("loc")
    try expect(.leftParenthesis)
    let location = try parseLocationBody()
    try expect(.rightParenthesis)
    return location
  }

  private mutating func parseLocationBody() throws(ParserError) -> LocationSyntax {
    try enter()
    defer { leave() }
    switch token.kind {
    case .hash:
      let range = token.range
      let number = numberOfAlias(name(of: token), at: range)
      try advance()
      return .alias(number, range)
    case .string:
      return try parseFileOrName()
    case .word:
      return try parseLocationWord()
    default:
      throw expected("a location")
    }
  }

  /// `"file":1:2`, `"name"` or `"name"(location)`
  private mutating func parseFileOrName() throws(ParserError) -> LocationSyntax {
    let text = try parseString()
    if try take(.colon) {
      let line = try parsePlace()
      try expect(.colon)
      let column = try parsePlace()
      if try takeWord("to") { try skipRangeEnd() }
      return .file(SourcePosition(file: text, line: line, column: column))
    }
    guard try take(.leftParenthesis) else { return .name(text, nil) }
    let child = try parseLocationBody()
    try expect(.rightParenthesis)
    return .name(text, child)
  }

  /// `3:4` or `:4`: where a range ends, which we do not keep.
  private mutating func skipRangeEnd() throws(ParserError) {
    if token.kind == .integer { _ = try parsePlace() }
    try expect(.colon)
    _ = try parsePlace()
  }

  private mutating func parsePlace() throws(ParserError) -> Int {
    let range = token.range
    let number = try parseUnsigned()
    guard number <= Int(Int32.max) else { throw error("place is too far in its file", at: range) }
    return number
  }

  private mutating func parseLocationWord() throws(ParserError) -> LocationSyntax {
    if try takeWord("unknown") { return .unknown }
    if try takeWord("callsite") {
      try expect(.leftParenthesis)
      let callee = try parseLocationBody()
      try expectWord("at")
      let caller = try parseLocationBody()
      try expect(.rightParenthesis)
      return .callSite(callee: callee, caller: caller)
    }
    guard try takeWord("fused") else {
      throw error("unknown kind of location \(describe(token))", at: token.range)
    }
    if try take(.less) {
      _ = try parseAttribute()
      try expect(.greater)
    }
    return .fused(
      try list(in: .leftBracket, .rightBracket) { parser throws(ParserError) in
        try parser.parseLocationBody()
      })
  }
}
