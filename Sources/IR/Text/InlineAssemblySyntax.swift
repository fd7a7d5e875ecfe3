import Support

// `tt.elementwise_inline_asm "asm" {…} %a, %b : types -> types`

extension Parser {
  mutating func parseInlineAssembly(_ head: OperationHead) throws(ParserError) -> OpID {
    var attributes = AttributeList()
    attributes["asm_string"] = .string(try parseString())
    if token.kind == .leftBrace { try parseEntries(into: &attributes) }
    let references = try parseOptionalReferences()
    var operands: [ValueID] = []
    if !references.isEmpty {
      try expect(.colon)
      operands = try parseTypesAndResolve(references)
    }
    try expect(.arrow)
    let results = try list { parser throws(ParserError) in try parser.parseType() }
    return try insert(
      OpDraft(
        .elementwiseInlineAsm, operands: operands, results: results, attributes: attributes), head)
  }
}

extension Printer {
  mutating func printInlineAssembly(_ op: OpID) {
    write(" " + (module.attribute("asm_string", of: op)?.stringValue ?? "").quoted)
    writeAttributes(of: op, hiding: ["asm_string"])
    let operands = module.operands(of: op)
    if !operands.isEmpty {
      write(" ")
      write(operands)
      write(" : ")
      writeTypes(of: operands)
    }
    write(" -> ")
    writeTypes(of: module.results(of: op))
  }
}
