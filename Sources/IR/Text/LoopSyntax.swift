import Support

// `scf.for %i = %lower to %upper step %step iter_args(%x = %init) -> (types) : i32 { … } {…}`

/// `%x = %init`: a value that a loop carries.
private struct Carried {
  var parameter: ParameterSyntax
  var initial: ValueReference
}

extension Parser {
  mutating func parseLoop(_ head: OperationHead) throws(ParserError) -> OpID {
    let isUnsigned = try takeWord("unsigned")
    let induction = try parseParameterName()
    try expect(.equal)
    var bounds = [try parseReference()]
    try expectWord("to")
    bounds.append(try parseReference())
    try expectWord("step")
    bounds.append(try parseReference())
    var carried: [Carried] = []
    var types: [Type] = []
    if try takeWord("iter_args") {
      carried = try parseCarried()
      try expect(.arrow)
      types = try parseTypes(of: carried)
    }
    guard try take(.colon) else { throw missingIndexType(bounds[0]) }
    let index = try parseType()
    var operands: [ValueID] = []
    for bound in bounds { operands.append(try resolve(bound, as: index)) }
    for (value, type) in zip(carried, types) {
      operands.append(try resolve(value.initial, as: type))
    }
    var attributes = AttributeList()
    if isUnsigned { attributes["unsignedCmp"] = .unit }
    let op = try insert(
      OpDraft(.for, operands: operands, results: types, attributes: attributes, regions: 1), head)
    let parameter = ParameterSyntax(
      name: name(of: induction), range: induction.range, type: index)
    try parseRegion(
      into: module.region(0, of: op), parameters: [parameter] + parameters(carried, types),
      implicitTerminator: types.isEmpty ? .yield : nil)
    if token.kind == .leftBrace {
      try parseEntries(into: &attributes)
      module.setAttributes(of: op, to: attributes)
    }
    return op
  }

  /// Without a type, MLIR's loops count in `index`, which is no type here.
  private func missingIndexType(_ bound: ValueReference) -> ParserError {
    guard token.kind == .leftBrace, let binding = bindings[bound.name],
      bound.number < binding.values.count
    else { return expected("':'") }
    let type = module.type(of: binding.values.id(at: bound.number))
    return error(
      "\(bound.text) has type \(type), but the loop does not say ': \(type)'",
      at: bound.range)
  }

  /// `(%x = %init, …)`
  private mutating func parseCarried() throws(ParserError) -> [Carried] {
    try list(in: .leftParenthesis, .rightParenthesis) { parser throws(ParserError) in
      let name = try parser.parseParameterName()
      try parser.expect(.equal)
      let parameter = ParameterSyntax(name: parser.name(of: name), range: name.range, type: .i32)
      return Carried(parameter: parameter, initial: try parser.parseReference())
    }
  }

  /// `(types)` or one type, one for each value in `carried`.
  private mutating func parseTypes(of carried: [Carried]) throws(ParserError) -> [Type] {
    let start = token.start
    let types = try parseTypes()
    guard types.count == carried.count else {
      throw error(
        "\(carried.count) carried values have \(types.count) types",
        at: SourceRange(start: start, end: previousEnd))
    }
    return types
  }

  private func parameters(_ carried: [Carried], _ types: [Type]) -> [ParameterSyntax] {
    zip(carried, types).map { value, type in
      var parameter = value.parameter
      parameter.type = type
      return parameter
    }
  }
}

extension Printer {
  mutating func printLoop(_ op: OpID) {
    guard let loop = module.view(op, as: For.self),
      let body = module.firstBlock(of: module.region(0, of: op))
    else { return }
    let parameters = module.parameters(of: body)
    if module.attribute("unsignedCmp", of: op) != nil { write(" unsigned") }
    write(" ")
    write(parameters[parameters.startIndex])
    write(" = ")
    write(loop.lower)
    write(" to ")
    write(loop.upper)
    write(" step ")
    write(loop.step)
    if !loop.types.isEmpty {
      write(" iter_args(")
      writeCarried(parameters.dropFirst(), loop.initialValues)
      write(") -> \(loop.types.listed)")
    }
    // The second space stands where MLIR leaves out a word.
    write("  : \(module.type(of: loop.lower)) ")
    printRegion(
      module.region(0, of: op), hasLabel: false, hidesTerminator: loop.types.isEmpty)
    writeAttributes(of: op, hiding: ["unsignedCmp"])
  }

  /// `%x = %init, …`
  private mutating func writeCarried(_ parameters: ArraySlice<ValueID>, _ initial: [ValueID]) {
    for (position, (parameter, value)) in zip(parameters, initial).enumerated() {
      if position > 0 { write(", ") }
      write(parameter)
      write(" = ")
      write(value)
    }
  }
}

// `scf.while (%x = %init) : (types) -> types { … } do { ^bb0(%y: type): … } attributes {…}`

extension Parser {
  mutating func parseWhileLoop(_ head: OperationHead) throws(ParserError) -> OpID {
    let carried = token.kind == .leftParenthesis ? try parseCarried() : []
    try expect(.colon)
    let start = token.start
    let type = try parseFunctionType()
    guard type.parameters.count == carried.count else {
      throw error(
        "\(carried.count) carried values have \(type.parameters.count) types",
        at: SourceRange(start: start, end: previousEnd))
    }
    var operands: [ValueID] = []
    for (value, type) in zip(carried, type.parameters) {
      operands.append(try resolve(value.initial, as: type))
    }
    let op = try insert(
      OpDraft(.while, operands: operands, results: type.results, regions: 2), head)
    try parseRegion(
      into: module.region(0, of: op), parameters: parameters(carried, type.parameters))
    try expectWord("do")
    try parseRegion(into: module.region(1, of: op))
    if try takeWord("attributes") {
      module.setAttributes(of: op, to: try parseDictionary())
    }
    return op
  }
}

extension Printer {
  mutating func printWhileLoop(_ op: OpID) {
    guard let before = module.firstBlock(of: module.region(0, of: op)) else { return }
    if module.operandCount(of: op) > 0 {
      write(" (")
      writeCarried(module.parameters(of: before), module.operands(of: op))
      write(")")
    }
    write(" : " + functionType(of: op) + " ")
    printRegion(module.region(0, of: op), hasLabel: false)
    write(" do ")
    printRegion(module.region(1, of: op))
    writeAttributes(of: op, before: " attributes ")
  }
}
