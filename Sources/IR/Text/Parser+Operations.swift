import Support

/// An operation whose name has been read.
struct OperationHead {
  let opcode: Opcode
  /// The range of the name.
  let range: SourceRange
}

/// The name of some results on the left of an operation: `%x` or `%x:2`.
private struct ResultName {
  var name: String
  var count: Int
  var range: SourceRange
}

extension Parser {
  /// One operation with its results and its location, put at the end of the block.
  mutating func parseOperation() throws(ParserError) {
    let names = try parseResultNames()
    let range = token.range
    let op: OpID
    switch token.kind {
    case .word:
      let head = OperationHead(opcode: try opcode(named: spelling(of: token)), range: range)
      try advance()
      op = try parseCustomOperation(head)
    case .string:
      let name = spelling(of: SourceRange(start: range.start + 1, end: range.end - 1))
      let head = OperationHead(opcode: try opcode(named: name), range: range)
      try advance()
      op = try parseGenericOperation(head)
    default:
      throw expected("an operation")
    }
    let location = try parseOptionalLocation()
    module.setOrigin(of: op, to: Origin(location: location, range: range))
    try define(names, asResultsOf: op)
  }

  private func opcode(named name: String) throws(ParserError) -> Opcode {
    guard let opcode = Opcode(name: name == "module" ? "builtin.module" : name) else {
      throw error("unknown operation \(describe(token))", at: token.range)
    }
    if opcode == .module {
      throw error("a module must stand outside of everything else", at: token.range)
    }
    return opcode
  }

  /// `%x, %y:2 =`, or nothing.
  private mutating func parseResultNames() throws(ParserError) -> [ResultName] {
    guard token.kind == .value else { return [] }
    let names = try list { parser throws(ParserError) in
      let token = try parser.expect(.value)
      var result = ResultName(name: parser.name(of: token), count: 1, range: token.range)
      if try parser.take(.colon) {
        let range = parser.token.range
        result.count = try parser.parseUnsigned()
        guard 1...parser.limits.resultsPerOperation ~= result.count else {
          throw parser.error(
            "number of results must be from 1 to \(parser.limits.resultsPerOperation)", at: range)
        }
      }
      return result
    }
    try expect(.equal)
    return names
  }

  private mutating func define(
    _ names: [ResultName], asResultsOf op: OpID
  ) throws(ParserError) {
    guard let first = names.first else { return }
    let results = module.results(of: op)
    let named = names.reduce(0) { $0 + $1.count }
    guard named == results.count else {
      let last = names[names.count - 1].range.end
      throw error(
        "\(module.info(of: op).name) has \(results.count) results, but \(named) are named",
        at: SourceRange(start: first.range.start, end: last))
    }
    var position = 0
    for name in names {
      try define(
        name.name, as: EntityRange(from: results.id(at: position), count: name.count),
        at: name.range)
      position += name.count
    }
  }

  /// Puts `draft` at the end of the block, if it is not too large.
  mutating func insert(_ draft: OpDraft, _ head: OperationHead) throws(ParserError) -> OpID {
    try countOperation(at: head.range)
    try check(draft.operands.count, limits.operandsPerOperation, "operands", head)
    try check(draft.resultTypes.count, limits.resultsPerOperation, "results", head)
    try check(draft.regionCount, limits.regionsPerOperation, "regions", head)
    try check(draft.successors.count, limits.successorsPerOperation, "successors", head)
    return module.insert(draft, at: .end(of: block), origin: Origin(range: head.range))
  }

  private func check(
    _ count: Int, _ limit: Int, _ what: String, _ head: OperationHead
  ) throws(ParserError) {
    if count > limit {
      throw error("operation has more than \(limit) \(what)", at: head.range)
    }
  }

  mutating func countOperation(at range: SourceRange) throws(ParserError) {
    operationCount += 1
    if operationCount > limits.operations {
      throw error("module has more than \(limits.operations) operations", at: range)
    }
  }
}
