import Support

extension Parser {
  /// The whole file: aliases, and a module or the functions in it.
  mutating func parseFile() throws(ParserError) {
    try advance()
    openScope(module.region(0, of: module.root), isIsolated: true)
    var hasModule = false
    while token.kind != .end {
      switch token.kind {
      case .hash: try parseAttributeAlias()
      case .exclamation: try parseTypeAlias()
      case _ where hasModule:
        throw error(
          "expected the end of the file behind the module, found \(describe(token))",
          at: token.range)
      case .word where isWord("module") || isWord("builtin.module"):
        try checkIsFirst()
        try parseModule()
        hasModule = true
      case .string where spelling(of: token) == "\"builtin.module\"":
        try checkIsFirst()
        try parseGenericModule()
        hasModule = true
      case .word, .string, .value:
        try parseFunctionLevelOperation()
      default:
        throw expected("a module or a function")
      }
    }
    try closeScope()
    try resolveLocations()
  }

  /// What stands in a module must be a function.
  private mutating func parseFunctionLevelOperation() throws(ParserError) {
    let start = token.range
    try parseOperation()
    guard let op = module.lastOp(of: module.body), module.opcode(of: op) == .function else {
      throw error("expected a function, found '\(spelling(of: start))'", at: start)
    }
  }

  private func checkIsFirst() throws(ParserError) {
    if module.firstOp(of: module.body) != nil {
      throw error("module follows functions that stand outside of it", at: token.range)
    }
  }

  /// `module @name attributes {…} { … } loc(…)`
  private mutating func parseModule() throws(ParserError) {
    let head = token.range
    try advance()
    var attributes = AttributeList()
    if token.kind == .symbol { attributes["sym_name"] = .string(try parseSymbol()) }
    if try takeWord("attributes") { try parseEntries(into: &attributes) }
    try parseModuleBody()
    try finishModule(attributes, at: head)
  }

  /// `"builtin.module"() <{…}> ({ … }) {…} : () -> () loc(…)`
  private mutating func parseGenericModule() throws(ParserError) {
    let head = token.range
    try advance()
    try expect(.leftParenthesis)
    try expect(.rightParenthesis)
    var attributes = try parseProperties()
    try expect(.leftParenthesis)
    try parseModuleBody()
    try expect(.rightParenthesis)
    if token.kind == .leftBrace { try parseEntries(into: &attributes) }
    try expect(.colon)
    let range = token.range
    guard try parseFunctionType() == FunctionType(parameters: []) else {
      throw error("a module takes and returns nothing", at: range)
    }
    try finishModule(attributes, at: head)
  }

  private mutating func parseModuleBody() throws(ParserError) {
    let opening = try expect(.leftBrace)
    if token.kind == .block { try parseModuleLabel() }
    while token.kind == .word || token.kind == .string || token.kind == .value {
      try parseFunctionLevelOperation()
    }
    guard try take(.rightBrace) else { throw missingBrace(for: opening.range) }
  }

  /// The generic form may label the only block of a module.
  private mutating func parseModuleLabel() throws(ParserError) {
    try advance()
    try expect(.colon)
  }

  private mutating func finishModule(
    _ attributes: AttributeList, at range: SourceRange
  ) throws(ParserError) {
    for entry in attributes.entries {
      module.setAttribute(entry.name, of: module.root, to: entry.value)
    }
    let location = try parseOptionalLocation()
    module.setOrigin(of: module.root, to: Origin(location: location, range: range))
  }

  /// `#name = attribute` or `#name = loc(…)`
  private mutating func parseAttributeAlias() throws(ParserError) {
    let name = name(of: token)
    let range = token.range
    try advance()
    try expect(.equal)
    if isWord("loc") { return try defineLocationAlias(name, at: range) }
    let location = locationAliasNumbers[name].flatMap { locationAliases[$0].definition }
    guard attributeAliases[name] == nil, location == nil else {
      throw error("alias '#\(name)' is defined twice", at: range)
    }
    if name.contains(".") { throw error("an alias cannot have a point in its name", at: range) }
    attributeAliases[name] = try parseAttribute()
  }

  /// `!name = type`
  private mutating func parseTypeAlias() throws(ParserError) {
    let name = name(of: token)
    let range = token.range
    try advance()
    try expect(.equal)
    guard typeAliases[name] == nil else {
      throw error("alias '!\(name)' is defined twice", at: range)
    }
    if name.contains(".") { throw error("an alias cannot have a point in its name", at: range) }
    typeAliases[name] = try parseType()
  }
}
