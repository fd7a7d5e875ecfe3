import Support

// `tt.print "prefix" {hex = false, isSigned = array<i32: 1>} : %a, %b : types`

extension Parser {
  mutating func parsePrint(_ head: OperationHead) throws(ParserError) -> OpID {
    var attributes = AttributeList()
    attributes["prefix"] = .string(try parseString())
    if token.kind == .leftBrace { try parseEntries(into: &attributes) }
    var operands: [ValueID] = []
    if try take(.colon) {
      let references = try parseReferences()
      try expect(.colon)
      operands = try parseTypesAndResolve(references)
    }
    return try insert(OpDraft(.print, operands: operands, attributes: attributes), head)
  }

  /// `types` of `references`, one for each.
  mutating func parseTypesAndResolve(
    _ references: [ValueReference]
  ) throws(ParserError) -> [ValueID] {
    let start = token.start
    let types = try list { parser throws(ParserError) in try parser.parseType() }
    return try resolve(references, as: types, at: SourceRange(start: start, end: previousEnd))
  }
}

extension Printer {
  mutating func printPrint(_ op: OpID) {
    write(" " + (module.attribute("prefix", of: op)?.stringValue ?? "").quoted)
    writeAttributes(of: op, hiding: ["prefix"])
    let operands = module.operands(of: op)
    if operands.isEmpty { return }
    write(" : ")
    write(operands)
    write(" : ")
    writeTypes(of: operands)
  }
}
