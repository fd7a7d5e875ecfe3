import Support

/// Reads PTX text into a module.
///
/// Takes what the printer writes and what other compilers write with the opcodes of the table:
/// directives in any order, registers with any names, blocks within blocks, debugging sections,
/// which it leaves out. Blocks are merged into their function: registers, labels and variables of a
/// block get names of their own.
struct PTXReader {
  private var lexer: PTXLexer
  /// The token that is looked at.
  private(set) var token: PTXToken
  /// The end of the token before it.
  private(set) var previousEnd = 0
  var module = PTXModule(version: .lowest, target: .sm80)
  var lines = StatementLines()
  /// The numbers by which the text names the module's files.
  var fileNumbers: [Int: Int] = [:]
  /// Where a file that is not declared yet is named first, by the number that the text gives it.
  /// Compilers declare files at the end of the text.
  var undeclaredFiles: [Int: PTXToken] = [:]
  /// The opcodes that were read: most of a text are few.
  var knownOpcodes: [ArraySlice<UInt8>: PTXOpcode] = [:]
  /// What the names of the module's variables and functions stand for.
  var moduleNames: [String: ModuleName] = [:]

  /// What a name that stands for something in the module means.
  enum ModuleName { case variable, function }

  /// A longer text is refused before it is looked at.
  static let sizeLimit = 64 << 20
  /// How deep blocks may lie within blocks.
  static let depthLimit = 256
  /// How many registers a function may declare: more are a mistake, and none is used.
  static let registerLimit = 1 << 20

  var source: SourceText { lexer.source }

  init(_ source: SourceText) throws(Diagnostic) {
    lexer = PTXLexer(source)
    if source.bytes.count > Self.sizeLimit {
      throw Diagnostic(
        "text has \(source.bytes.count) bytes, of which at most \(Self.sizeLimit) are read",
        at: SourcePosition(file: source.name))
    }
    token = try lexer.next()
  }

  mutating func advance() throws(Diagnostic) {
    previousEnd = token.end
    token = try lexer.next()
  }

  /// Leaves out the rest of the line.
  mutating func advanceToNextLine() throws(Diagnostic) {
    lexer.skipLine()
    try advance()
  }

  // Words

  var text: String { text(of: token) }

  func text(of token: PTXToken) -> String {
    String(decoding: source.bytes[token.start..<token.end], as: UTF8.self)
  }

  /// The bytes of the token that is looked at.
  var bytes: ArraySlice<UInt8> { source.bytes[token.start..<token.end] }

  func isDirective(_ name: StaticString) -> Bool {
    guard token.kind == .directive else { return false }
    return name.withUTF8Buffer { $0.elementsEqual(bytes) }
  }

  /// Goes on if `name` is looked at, and says whether it is.
  mutating func take(_ name: StaticString) throws(Diagnostic) -> Bool {
    guard isDirective(name) else { return false }
    try advance()
    return true
  }

  /// Goes on if `sign` is looked at, and says whether it is.
  mutating func take(sign: Unicode.Scalar) throws(Diagnostic) -> Bool {
    guard token.is(sign) else { return false }
    try advance()
    return true
  }

  mutating func expect(sign: Unicode.Scalar, _ place: String) throws(Diagnostic) {
    if token.is(sign) { return try advance() }
    throw expected("'\(sign)' \(place)")
  }

  /// A name; `what` says of what.
  mutating func name(of what: String) throws(Diagnostic) -> String {
    guard token.kind == .word, !bytes.contains(UInt8(ascii: ".")) else { throw expected(what) }
    let name = text
    try advance()
    return name
  }

  // Numbers

  /// A whole number within `range`; `what` says which.
  mutating func number(
    _ what: String, in range: ClosedRange<Int> = 0...Int(Int32.max)
  ) throws(Diagnostic) -> Int {
    guard case .integer(let value) = token.kind else { throw expected(what) }
    guard let number = Int(exactly: value), range.contains(number) else {
      let bounds =
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      throw error("\(what) is \(value), expected \(bounds)")
    }
    try advance()
    return number
  }

  /// A number of bytes at whose multiples something starts.
  mutating func alignment() throws(Diagnostic) -> Int {
    let start = token
    let value = try number("an alignment", in: 1...(1 << 20))
    if value & (value - 1) == 0 { return value }
    throw error("alignment \(value) is not a power of two", at: start)
  }

  /// Text in quotes, without them.
  mutating func string(_ what: String) throws(Diagnostic) -> String {
    guard token.kind == .string else { throw expected(what) }
    let inside = bytes.dropFirst().dropLast()
    try advance()
    return String(decoding: inside, as: UTF8.self)
  }

  // Errors

  func error(_ message: String, at token: PTXToken) -> Diagnostic {
    source.diagnostic(message, at: token.range)
  }

  func error(_ message: String) -> Diagnostic { error(message, at: token) }

  /// That `what` should stand where something else does.
  func expected(_ what: String) -> Diagnostic { error("expected \(what), found \(found)") }

  /// What is looked at, for a message.
  private var found: String {
    if token.kind == .end { return "the end of the text" }
    let text = text
    return text.utf8.count > 40 ? "'\(text.prefix(40))...'" : "'\(text)'"
  }
}
