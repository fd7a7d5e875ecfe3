import Support

/// A parameter of a block, as it is written.
struct ParameterSyntax {
  var name: String
  var range: SourceRange
  var type: Type
  var location = LocationID.unknown
}

extension Parser {
  /// `{ operations and blocks }` into `region`.
  ///
  /// - Parameters:
  ///   - parameters: those of the first block that the operation names; then it has no label.
  ///   - isIsolated: nothing outside can be seen inside.
  ///   - implicitTerminator: what ends the last block if it does not say so itself.
  mutating func parseRegion(
    into region: RegionID, parameters: [ParameterSyntax]? = nil, isIsolated: Bool = false,
    implicitTerminator: Opcode? = nil
  ) throws(ParserError) {
    let opening = token.range
    try expect(.leftBrace)
    try enter()
    let outer = block
    openScope(region, isIsolated: isIsolated)
    if token.kind == .block {
      if parameters?.isEmpty == false {
        throw error("the first block has its parameters already", at: token.range)
      }
    } else if parameters != nil || implicitTerminator != nil || token.kind != .rightBrace {
      try beginBlock(parameters ?? [])
      try parseOperations(from: opening, implicitTerminator: implicitTerminator)
    }
    while token.kind == .block {
      let label = token.range
      try parseLabel()
      try parseOperations(from: label, implicitTerminator: implicitTerminator)
    }
    guard token.kind == .rightBrace else { throw missingBrace(for: opening) }
    try closeScope()
    try advance()
    block = outer
    leave()
  }

  /// The operations of the block that begins at `start`, the last of which ends it.
  private mutating func parseOperations(
    from start: SourceRange, implicitTerminator: Opcode?
  ) throws(ParserError) {
    while token.kind == .word || token.kind == .string || token.kind == .value {
      if let last = module.lastOp(of: block), module.traits(of: last).contains(.terminator) {
        throw error(
          "\(module.info(of: last).name) must be the last operation of its block",
          at: module.origin(of: last).range)
      }
      try parseOperation()
    }
    guard token.kind == .rightBrace || token.kind == .block else { return }
    try endBlock(from: start, implicitTerminator: implicitTerminator)
  }

  /// Checks that the block ends with a terminator, or puts one there if that can be left out.
  private mutating func endBlock(
    from start: SourceRange, implicitTerminator: Opcode?
  ) throws(ParserError) {
    let last = module.lastOp(of: block)
    guard let last, module.traits(of: last).contains(.terminator) else {
      if let implicitTerminator { return try terminate(with: implicitTerminator) }
      guard let last else { throw error("block has no terminator", at: start) }
      throw error(
        "block ends with \(module.info(of: last).name), expected a terminator",
        at: module.origin(of: last).range)
    }
    // Where a terminator goes on is checked later, when all blocks are known.
    if let implicitTerminator, module.opcode(of: last) != implicitTerminator,
      !module.traits(of: last).contains(.hasSuccessors)
    {
      throw error(
        "\(module.info(of: last).name) cannot end the block, expected \(implicitTerminator.info.name)",
        at: module.origin(of: last).range)
    }
  }

  /// The complaint that the region that `opening` opens does not go on or end.
  func missingBrace(for opening: SourceRange) -> ParserError {
    guard token.kind == .end else {
      return error("expected an operation or '}', found \(describe(token))", at: token.range)
    }
    var diagnostic = expected("an operation or '}'").diagnostic
    diagnostic.notes.append(
      Diagnostic.Note("'{' is here", at: lexer.source.position(of: Int(opening.start))))
    return .found(diagnostic)
  }

  /// Begins a block without a name.
  private mutating func beginBlock(_ parameters: [ParameterSyntax]) throws(ParserError) {
    guard let scope = scopes.last else { return }
    block = module.declareBlock(in: scope.region)
    try define(parameters)
  }

  /// Gives the block that is being parsed its place and its parameters.
  private mutating func define(_ parameters: [ParameterSyntax]) throws(ParserError) {
    if parameters.count > limits.blockParameters {
      throw error(
        "block has more than \(limits.blockParameters) parameters", at: parameters[0].range)
    }
    module.defineBlock(block, parameters: parameters.map(\.type))
    for (parameter, value) in zip(parameters, module.parameters(of: block)) {
      module.values[value].location = parameter.location
      guard !parameter.name.isEmpty else { continue }
      try define(parameter.name, as: EntityRange(from: value, count: 1), at: parameter.range)
    }
  }

  /// `^bb1(%x: i32, %y: f32):`
  private mutating func parseLabel() throws(ParserError) {
    let label = token
    block = try referToBlock()
    let name = name(of: label)
    guard let scope = scopes.indices.last, scopes[scope].blocks[name]?.isDefined == false else {
      throw error("block ^\(name) is defined twice", at: label.range)
    }
    scopes[scope].blocks[name]?.isDefined = true
    var parameters: [ParameterSyntax] = []
    if token.kind == .leftParenthesis {
      parameters = try list(in: .leftParenthesis, .rightParenthesis) {
        parser throws(ParserError) in try parser.parseParameter()
      }
    }
    try expect(.colon)
    try define(parameters)
  }

  /// `%x: type loc(…)`
  mutating func parseParameter() throws(ParserError) -> ParameterSyntax {
    let name = try parseParameterName()
    try expect(.colon)
    var parameter = ParameterSyntax(
      name: self.name(of: name), range: name.range, type: try parseType())
    parameter.location = try parseOptionalLocation()
    return parameter
  }

  /// `%x`
  mutating func parseParameterName() throws(ParserError) -> Token {
    let name = try expect(.value)
    if token.kind == .hash { throw error("a parameter has no number", at: token.range) }
    return name
  }

  /// `^bb1`: the block of this name, which may be defined later.
  mutating func referToBlock() throws(ParserError) -> BlockID {
    let label = try expect(.block)
    let name = name(of: label)
    guard let scope = scopes.indices.last else {
      throw error("a block must stand in a function", at: label.range)
    }
    if let block = scopes[scope].blocks[name] { return block.id }
    let id = module.declareBlock(in: scopes[scope].region)
    scopes[scope].blocks[name] = Scope.NamedBlock(id: id, range: label.range)
    return id
  }

  /// Puts `opcode` at the end of the block.
  private mutating func terminate(with opcode: Opcode) throws(ParserError) {
    try countOperation(at: token.range)
    module.insert(OpDraft(opcode), at: .end(of: block), origin: Origin(range: token.range))
  }
}
