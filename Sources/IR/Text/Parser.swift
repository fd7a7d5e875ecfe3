import Support

extension Module {
  /// The module that `source` writes down in MLIR's textual form.
  ///
  /// Checks the grammar, that names are defined, and that types agree with the formats of the
  /// operations; `verify` checks everything else.
  ///
  /// - Throws: the first thing wrong, at its place in `source`.
  public static func parse(
    _ source: SourceText, limits: ParserLimits = .standard
  ) throws(Diagnostic) -> Module {
    try source.checkEncoding(sizeLimit: limits.fileSize)
    var parser = Parser(source, limits: limits)
    do throws(ParserError) {
      try parser.parseFile()
    } catch {
      throw error.diagnostic
    }
    return parser.finish()
  }
}

/// Reads textual IR into a module, one token ahead.
///
/// Must stay true: recursion is bounded by `ParserLimits.nesting` (`enter`), every loop consumes a
/// token, and nothing costs more than the text it stands for.
struct Parser: ~Copyable {
  var module: Module
  let limits: ParserLimits
  var lexer: Lexer
  /// The token that comes next.
  var token = Token(kind: .end, start: 0, end: 0)
  /// Where the token before it ends.
  var previousEnd: UInt32 = 0
  var depth = 0
  var operationCount = 0

  /// Where operations are put.
  var block: BlockID
  /// The values that can be named here.
  var bindings: [String: Binding] = [:]
  var scopes: [Scope] = []

  var attributeAliases: [String: Attribute] = [:]
  var typeAliases: [String: Type] = [:]
  var locationAliases: [LocationAlias] = []
  /// The places in `locationAliases` by name.
  var locationAliasNumbers: [String: Int] = [:]
  var functionNames: Set<String> = []

  init(_ source: SourceText, limits: ParserLimits) {
    module = Module(source: source)
    self.limits = limits
    lexer = Lexer(source, tokenSizeLimit: limits.tokenSize)
    block = module.body
  }

  consuming func finish() -> Module { module }
}

// MARK: - Tokens

extension Parser {
  mutating func advance() throws(ParserError) {
    previousEnd = token.end
    token = try lexer.next()
  }

  func error(_ message: String, at range: SourceRange) -> ParserError {
    .found(lexer.source.diagnostic(message, at: range))
  }

  /// The complaint that something else should stand where the next token stands.
  ///
  /// What is missing at the end of a line is reported there, not where the next line begins.
  func expected(_ what: String) -> ParserError {
    error("expected \(what), found \(describe(token))", at: rangeOfMissing)
  }

  private var rangeOfMissing: SourceRange {
    isLineEnd ? SourceRange(start: previousEnd, end: previousEnd) : token.range
  }

  /// The next token stands on another line than the one before it.
  var isLineEnd: Bool {
    let between = lexer.bytes[Int(previousEnd)..<max(Int(previousEnd), Int(token.start))]
    return previousEnd > 0 && between.contains(UInt8(ascii: "\n"))
  }

  /// The token as a message shows it.
  func describe(_ token: Token) -> String {
    if token.kind == .end { return "the end of the file" }
    let text = spelling(of: token)
    return text.utf8.count <= 60 ? "'\(text)'" : "'\(text.prefix(57))...'"
  }

  /// The token as it is written.
  func spelling(of token: Token) -> String { spelling(of: token.range) }

  func spelling(of range: SourceRange) -> String {
    String(decoding: lexer.bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// The token without the sign it begins with.
  func name(of token: Token) -> String {
    spelling(of: SourceRange(start: token.start + 1, end: token.end))
  }

  /// The next token is `word`.
  func isWord(_ word: StaticString) -> Bool {
    guard token.kind == .word, Int(token.end - token.start) == word.utf8CodeUnitCount else {
      return false
    }
    return word.withUTF8Buffer { expected in
      var index = 0
      while index < expected.count {
        if lexer.bytes[Int(token.start) + index] != expected[index] { return false }
        index += 1
      }
      return true
    }
  }

  /// Passes over a token of `kind`, if it comes next.
  mutating func take(_ kind: Token.Kind) throws(ParserError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  /// Passes over `word`, if it comes next.
  mutating func takeWord(_ word: StaticString) throws(ParserError) -> Bool {
    guard isWord(word) else { return false }
    try advance()
    return true
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind) throws(ParserError) -> Token {
    guard token.kind == kind else { throw expected(kind.words) }
    let found = token
    try advance()
    return found
  }

  mutating func expectWord(_ word: StaticString) throws(ParserError) {
    guard try takeWord(word) else { throw expected("'\(word)'") }
  }

  /// One or more items with commas between them.
  mutating func list<Item>(
    _ item: (inout Parser) throws(ParserError) -> Item
  ) throws(ParserError) -> [Item] {
    var items = [try item(&self)]
    while try take(.comma) { items.append(try item(&self)) }
    return items
  }

  /// Items with commas between them in signs such as parentheses, maybe none.
  mutating func list<Item>(
    in opening: Token.Kind, _ closing: Token.Kind,
    _ item: (inout Parser) throws(ParserError) -> Item
  ) throws(ParserError) -> [Item] {
    let first = try expect(opening)
    if try take(closing) { return [] }
    let items = try list(item)
    guard try take(closing) else {
      if token.kind == .end { throw error("'\(opening.sign)' is not closed", at: first.range) }
      throw expected("',' or '\(closing.sign)'")
    }
    return items
  }

  /// Notes that something nests one level deeper; `leave` takes it back.
  mutating func enter() throws(ParserError) {
    depth += 1
    if depth > limits.nesting {
      throw error("nests more than \(limits.nesting) levels deep", at: token.range)
    }
  }

  mutating func leave() { depth -= 1 }
}
