import Support

// `tt.func public @name(%a: type {attributes}, …) -> results attributes {…} { … }`

extension Parser {
  /// A parameter of a function, as it is written.
  private struct Parameter {
    var syntax: ParameterSyntax
    var attributes: AttributeList
  }

  mutating func parseFunction(_ head: OperationHead) throws(ParserError) -> OpID {
    var attributes = AttributeList()
    for visibility in Function.visibilities where token.kind == .word {
      guard spelling(of: token) == visibility else { continue }
      attributes[Function.visibilityAttribute] = .string(visibility)
      try advance()
      break
    }
    let nameRange = token.range
    let name = try parseSymbol()
    guard functionNames.insert(name).inserted else {
      throw error("function @\(name) is defined twice", at: nameRange)
    }
    attributes[Function.nameAttribute] = .string(name)
    let parameters = try parseParameters()
    let (results, resultAttributes) = try parseResults()
    let type = FunctionType(parameters: parameters.map(\.syntax.type), results: results)
    attributes[Function.typeAttribute] = .functionType(type)
    attributes[Function.parameterAttributesAttribute] = parameters.map(\.attributes).attribute
    attributes[Function.resultAttributesAttribute] = resultAttributes.attribute
    if try takeWord("attributes") { try parseEntries(into: &attributes) }
    let op = try insert(OpDraft(head.opcode, attributes: attributes, regions: 1), head)
    guard token.kind == .leftBrace else { return op }
    if let unnamed = parameters.first(where: { $0.syntax.name.isEmpty }) {
      throw error("parameter has no name", at: unnamed.syntax.range)
    }
    try parseRegion(
      into: module.region(0, of: op), parameters: parameters.map(\.syntax), isIsolated: true)
    return op
  }

  /// `(%a: type {attributes} loc(…), …)`, or types alone for a function without a body.
  private mutating func parseParameters() throws(ParserError) -> [Parameter] {
    let start = token.range
    let parameters = try list(in: .leftParenthesis, .rightParenthesis) {
      parser throws(ParserError) in try parser.parseFunctionParameter()
    }
    if parameters.count > limits.blockParameters {
      throw error("function has more than \(limits.blockParameters) parameters", at: start)
    }
    return parameters
  }

  private mutating func parseFunctionParameter() throws(ParserError) -> Parameter {
    var name = Token(kind: .value, start: token.start, end: token.start)
    if token.kind == .value {
      name = try parseParameterName()
      try expect(.colon)
    }
    let isNamed = name.end > name.start
    var syntax = ParameterSyntax(
      name: isNamed ? self.name(of: name) : "", range: isNamed ? name.range : token.range,
      type: try parseType())
    let attributes = try parseOptionalDictionary()
    syntax.location = try parseOptionalLocation()
    return Parameter(syntax: syntax, attributes: attributes)
  }

  /// `-> type`, `-> (type {attributes}, …)`, or nothing.
  private mutating func parseResults() throws(ParserError) -> ([Type], [AttributeList]) {
    guard try take(.arrow) else { return ([], []) }
    if token.kind != .leftParenthesis { return ([try parseType()], []) }
    var attributes: [AttributeList] = []
    let types = try list(in: .leftParenthesis, .rightParenthesis) { parser throws(ParserError) in
      let type = try parser.parseType()
      attributes.append(try parser.parseOptionalDictionary())
      return type
    }
    return (types, attributes)
  }
}

extension [AttributeList] {
  /// One dictionary for each; `nil` if all are empty.
  fileprivate var attribute: Attribute? {
    allSatisfy(\.isEmpty) ? nil : .array(map { .dictionary($0) })
  }
}

extension Function {
  /// Attributes of the results, which mean nothing to us and are kept.
  static let resultAttributesAttribute = "res_attrs"
  /// The words that may stand before the name.
  static let visibilities = ["public", "private", "nested"]
}

extension Printer {
  mutating func printFunction(_ op: OpID) {
    guard let function = module.view(op, as: Function.self) else { return }
    var hidden = [
      Function.nameAttribute, Function.typeAttribute, Function.parameterAttributesAttribute,
      Function.resultAttributesAttribute,
    ]
    if let visibility = function.visibility, Function.visibilities.contains(visibility) {
      write(" " + visibility)
      hidden.append(Function.visibilityAttribute)
    }
    write(" @\(function.name.symbolText)(")
    printParameters(of: function, op)
    write(")")
    printResults(of: function, op)
    writeAttributes(of: op, hiding: hidden, before: " attributes ")
    let body = module.region(0, of: op)
    if module.isEmpty(body) { return }
    write(" ")
    printRegion(body, hasLabel: false)
  }

  /// `%a: type {attributes} loc(…), …`
  private mutating func printParameters(of function: Function, _ op: OpID) {
    let entry = module.firstBlock(of: module.region(0, of: op))
    let values = entry.map { Array(module.parameters(of: $0)) }
    for (position, type) in function.type.parameters.enumerated() {
      if position > 0 { write(", ") }
      if let values {
        write(values[position])
        write(": ")
      }
      write(type.description)
      if position < function.parameterAttributes.count {
        let attributes = function.parameterAttributes[position]
        if !attributes.isEmpty { write(" " + attributes.text) }
      }
      if let values { writeLocation(module.values[values[position]].location) }
    }
  }

  /// ` -> type` or ` -> (type {attributes}, …)`
  private mutating func printResults(of function: Function, _ op: OpID) {
    let types = function.type.results
    if types.isEmpty { return }
    guard
      case .array(let lists)? = module.attribute(
        Function.resultAttributesAttribute, of: op), lists.count == types.count
    else { return write(" -> " + (types.count == 1 ? "\(types[0])" : types.listed)) }
    let parts = zip(types, lists).map { type, list in
      list == .dictionary(.empty) ? "\(type)" : "\(type) \(list.text)"
    }
    write(" -> (" + parts.joined(separator: ", ") + ")")
  }
}
