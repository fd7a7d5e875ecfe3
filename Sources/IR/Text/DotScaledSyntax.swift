import Support

// `tt.dot_scaled %a scale %as, %b scale %bs, %c lhs = e4m3 rhs = e2m1 {…}
//    : a, as * b, bs -> d`

extension Parser {
  /// An operand with its scale, and their types.
  private struct Scaled {
    var operand: ValueReference
    var scale: ValueReference?
  }

  mutating func parseDotScaled(_ head: OperationHead) throws(ParserError) -> OpID {
    let lhs = try parseScaled()
    try expect(.comma)
    let rhs = try parseScaled()
    try expect(.comma)
    let accumulator = try parseReference()
    var attributes = AttributeList()
    attributes["a_elem_type"] = try parseFormat(of: "lhs")
    attributes["b_elem_type"] = try parseFormat(of: "rhs")
    if token.kind == .leftBrace { try parseEntries(into: &attributes) }
    try expect(.colon)
    let (lhsValue, lhsScale) = try resolveScaled(lhs)
    try expect(.star)
    let (rhsValue, rhsScale) = try resolveScaled(rhs)
    try expect(.arrow)
    let type = try parseType()
    attributes[OpInfo.segmentsName] = OpInfo.segments(
      1, 1, 1, lhsScale == nil ? 0 : 1, rhsScale == nil ? 0 : 1)
    head.opcode.normalize(&attributes)
    let operands =
      [lhsValue, rhsValue, try resolve(accumulator, as: type)]
      + [lhsScale, rhsScale].compactMap { $0 }
    return try insert(
      OpDraft(.dotScaled, operands: operands, results: [type], attributes: attributes), head)
  }

  /// `%a scale %as`
  private mutating func parseScaled() throws(ParserError) -> Scaled {
    var scaled = Scaled(operand: try parseReference())
    if try takeWord("scale") { scaled.scale = try parseReference() }
    return scaled
  }

  /// `lhs = e4m3`
  private mutating func parseFormat(of side: StaticString) throws(ParserError) -> Attribute {
    try expectWord(side)
    try expect(.equal)
    guard token.kind == .word, let format = ScaledFormat(keyword: spelling(of: token)) else {
      throw expected("one of \(ScaledFormat.keywords.joined(separator: ", "))")
    }
    try advance()
    return format.attribute
  }

  /// `type, scale type`
  private mutating func resolveScaled(
    _ scaled: Scaled
  ) throws(ParserError) -> (ValueID, ValueID?) {
    let value = try resolve(scaled.operand, as: try parseType())
    guard let scale = scaled.scale else { return (value, nil) }
    try expect(.comma)
    return (value, try resolve(scale, as: try parseType()))
  }
}

extension Printer {
  mutating func printDotScaled(_ op: OpID) {
    guard let dot = module.view(op, as: DotScaled.self) else { return }
    write(" ")
    writeScaled(dot.lhs, dot.lhsScale)
    write(", ")
    writeScaled(dot.rhs, dot.rhsScale)
    write(", ")
    write(dot.accumulator)
    write(" lhs = \(dot.lhsFormat.keyword) rhs = \(dot.rhsFormat.keyword)")
    writeAttributes(of: op, hiding: ["a_elem_type", "b_elem_type", OpInfo.segmentsName])
    write(" : ")
    writeTypes(of: [dot.lhs, dot.lhsScale].compactMap { $0 })
    write(" * ")
    writeTypes(of: [dot.rhs, dot.rhsScale].compactMap { $0 })
    write(" -> \(dot.type)")
  }

  private mutating func writeScaled(_ operand: ValueID, _ scale: ValueID?) {
    write(operand)
    guard let scale else { return }
    write(" scale ")
    write(scale)
  }
}
