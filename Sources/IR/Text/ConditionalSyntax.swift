import Support

// `scf.if %condition -> (types) { … } else { … } {…}`

extension Parser {
  mutating func parseConditional(_ head: OperationHead) throws(ParserError) -> OpID {
    let condition = try resolve(try parseReference(), as: .i1)
    let types = try take(.arrow) ? try parseTypes() : []
    let op = try insert(
      OpDraft(.if, operands: [condition], results: types, regions: 2), head)
    let terminator: Opcode? = types.isEmpty ? .yield : nil
    try parseRegion(into: module.region(0, of: op), implicitTerminator: terminator)
    if try takeWord("else") {
      try parseRegion(into: module.region(1, of: op), implicitTerminator: terminator)
    }
    if token.kind == .leftBrace {
      module.setAttributes(of: op, to: try parseDictionary())
    }
    return op
  }
}

extension Printer {
  mutating func printConditional(_ op: OpID) {
    write(" ")
    write(module.operand(0, of: op))
    let types = module.results(of: op).map { module.type(of: $0) }
    if !types.isEmpty { write(" -> \(types.listed)") }
    write(" ")
    printRegion(module.region(0, of: op), hidesTerminator: types.isEmpty)
    if !module.isEmpty(module.region(1, of: op)) {
      write(" else ")
      printRegion(module.region(1, of: op), hidesTerminator: types.isEmpty)
    }
    writeAttributes(of: op)
  }
}
