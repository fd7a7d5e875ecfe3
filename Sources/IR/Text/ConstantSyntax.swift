import Support

// `arith.constant {attributes} value : type`, `arith.constant true`

extension Parser {
  mutating func parseConstant(_ head: OperationHead) throws(ParserError) -> OpID {
    var attributes = try parseOptionalDictionary()
    let range = token.range
    if attributes[Constant.valueAttribute] != nil {
      throw error("attribute '\(Constant.valueAttribute)' is given twice", at: head.range)
    }
    let value = try parseAttribute()
    let type: Type
    switch value {
    case .bool: type = .i1
    case .integer(_, let scalar), .float(_, let scalar): type = .scalar(scalar)
    case .dense(let elements): type = elements.type
    default:
      throw error("a constant must be a number or dense<…>", at: range)
    }
    attributes[Constant.valueAttribute] = value
    return try insert(OpDraft(.constant, results: [type], attributes: attributes), head)
  }
}

extension Printer {
  mutating func printConstant(_ op: OpID) {
    writeAttributes(of: op, hiding: [Constant.valueAttribute])
    write(" " + (module.attribute(Constant.valueAttribute, of: op)?.text ?? ""))
  }
}

// `arith.select %condition, %a, %b : type` for one condition,
// `arith.select %condition, %a, %b : condition type, type` for one for each element

extension Parser {
  mutating func parseSelect(_ head: OperationHead) throws(ParserError) -> OpID {
    let references = try parseReferences()
    guard references.count == 3 else {
      throw error(
        "arith.select takes 3 operands, not \(references.count)",
        at: SourceRange(start: references[0].range.start, end: previousEnd))
    }
    let attributes = try parseOptionalDictionary()
    try expect(.colon)
    var types = [Type.i1, try parseType()]
    if try take(.comma) { types = [types[1], try parseType()] }
    let operands = [
      try resolve(references[0], as: types[0]), try resolve(references[1], as: types[1]),
      try resolve(references[2], as: types[1]),
    ]
    return try insert(
      OpDraft(.select, operands: operands, results: [types[1]], attributes: attributes), head)
  }
}

extension Printer {
  mutating func printSelect(_ op: OpID) {
    write(" ")
    write(module.operands(of: op))
    writeAttributes(of: op)
    write(" : ")
    let condition = module.type(of: module.operand(0, of: op))
    if condition != .i1 { write("\(condition), ") }
    write("\(module.resultType(of: op))")
  }
}
