import Support

/// What has been read of an operation with a format.
private struct Draft {
  /// The operands as the text groups them.
  var groups: [Group] = []
  /// How many operands the lists in brackets have.
  var listSize: Int?
  var attributes = AttributeList()
  var types: [Format.Slot: Type] = [:]
  /// Where the types are written, for what follows from them.
  var typeRanges: [Format.Slot: SourceRange] = [:]
  var functionType: FunctionType?
  var functionTypeRange = SourceRange.none
  /// The types of the operands whose type the format does not say.
  var operandTypes: [Type]?

  struct Group {
    var references: [ValueReference]
    /// The type of all of them, if the format says it.
    var type: Type?
  }
}

extension Parser {
  /// The operation that `format` describes.
  mutating func parseFormat(
    _ format: Format, _ head: OperationHead
  ) throws(ParserError) -> OpID {
    var draft = Draft()
    for element in format.elements { try parse(element, into: &draft) }
    let operands = try resolveOperands(of: &draft, format, head)
    let results = try resultTypes(of: draft, head)
    head.opcode.normalize(&draft.attributes)
    return try insert(
      OpDraft(
        head.opcode, operands: operands, results: results, attributes: draft.attributes), head)
  }

  private mutating func parse(
    _ element: Format.Element, into draft: inout Draft
  ) throws(ParserError) {
    switch element {
    case .word(let word): try expectWord(word)
    case .sign(let kind): try expect(kind)
    case .operand:
      draft.groups.append(Draft.Group(references: [try parseReference()]))
    case .typedOperand(let type):
      draft.groups.append(Draft.Group(references: [try parseReference()], type: type))
    case .optionalOperand:
      let isThere = try take(.comma)
      draft.groups.append(Draft.Group(references: isThere ? [try parseReference()] : []))
    case .operands:
      draft.groups.append(Draft.Group(references: try parseOptionalReferences()))
    case .list(let name, let type):
      let start = token.start
      let references = try parseReferences(in: .leftBracket, .rightBracket)
      // What a list means follows from its place, so all lists of an operation are equally long.
      if let count = draft.listSize, count != references.count {
        throw error(
          "list of \(name) has \(references.count) operands, but the one before it has \(count)",
          at: SourceRange(start: start, end: previousEnd))
      }
      draft.listSize = references.count
      draft.groups.append(Draft.Group(references: references, type: type))
    case .string(let name):
      draft.attributes[name] = .string(try parseString())
    case .symbol(let name):
      draft.attributes[name] = .symbol(try parseSymbol())
    case .attributes:
      if token.kind == .leftBrace { try parseEntries(into: &draft.attributes) }
    case .type(let slot, let short):
      let start = token.start
      draft.types[slot] = try parseType(shortenedAs: short)
      draft.typeRanges[slot] = SourceRange(start: start, end: previousEnd)
    case .operandTypes:
      try parseOperandTypes(into: &draft)
    case .functionType:
      let start = token.start
      draft.functionType = try parseFunctionType()
      draft.functionTypeRange = SourceRange(start: start, end: previousEnd)
    case .keyword, .clause, .options, .flag, .arithmeticFlags:
      try parseKeywords(element, into: &draft.attributes)
    }
  }

  private mutating func parseKeywords(
    _ element: Format.Element, into attributes: inout AttributeList
  ) throws(ParserError) {
    switch element {
    case .keyword(let name, let type, let width):
      attributes[name] = .integer(Int64(try parseKeyword(of: type)), width)
    case .clause(let word, let name, let type):
      guard try take(.comma) else { return }
      try expectWord(word)
      try expect(.equal)
      attributes[name] = .i32(try parseKeyword(of: type))
    case .options(let options):
      while let option = options.first(where: { isWord($0.word) }) {
        guard attributes[option.attribute] == nil else {
          throw error("\(describe(token)) is given twice", at: token.range)
        }
        try advance()
        try expect(.equal)
        attributes[option.attribute] = .i32(try parseKeyword(of: option.keyword))
      }
    case .flag(let word):
      if try takeWord(word) { attributes["\(word)"] = .unit }
    case .arithmeticFlags(let flags):
      guard try takeWord(flags.keyword) else { return }
      attributes[flags.attribute] = try parseFlags(flags)
    default:
      preconditionFailure("element is no keyword")
    }
  }

  /// One of the words of `type`.
  private mutating func parseKeyword(
    of type: any KeywordAttribute.Type
  ) throws(ParserError) -> Int32 {
    let words = type.keywords.joined(separator: ", ")
    guard token.kind == .word, let value = type.value(of: spelling(of: token)) else {
      throw expected("one of \(words)")
    }
    try advance()
    return value
  }

  /// ` : types`; none if there are no operands in the last group.
  private mutating func parseOperandTypes(into draft: inout Draft) throws(ParserError) {
    guard draft.groups.last?.references.isEmpty == false else { return }
    try expect(.colon)
    let start = token.start
    draft.operandTypes = try list { parser throws(ParserError) in try parser.parseType() }
    draft.functionTypeRange = SourceRange(start: start, end: previousEnd)
  }
}

// MARK: - Types

extension Parser {
  /// The operands in the order in which the operation has them.
  private mutating func resolveOperands(
    of draft: inout Draft, _ format: Format, _ head: OperationHead
  ) throws(ParserError) -> [ValueID] {
    let order = format.groupOrder.isEmpty ? Array(draft.groups.indices) : format.groupOrder
    let groups = order.map { draft.groups[$0] }
    let references = groups.flatMap(\.references)
    if let type = draft.functionType {
      return try resolve(references, as: type.parameters, at: draft.functionTypeRange)
    }
    try infer(format.inferences, in: &draft, head)
    if let types = draft.operandTypes { try assign(types, to: groups, in: &draft) }
    var operands: [ValueID] = []
    for group in groups {
      for reference in group.references {
        guard let type = group.type ?? draft.types[.operand(operands.count)] else {
          throw error("\(reference.text) has no type here", at: reference.range)
        }
        operands.append(try resolve(reference, as: type))
      }
    }
    return operands
  }

  /// Gives `types` to the operands whose type the format does not say.
  private func assign(
    _ types: [Type], to groups: [Draft.Group], in draft: inout Draft
  ) throws(ParserError) {
    var remaining = types[...]
    var position = 0
    for group in groups {
      for _ in group.references {
        if group.type == nil, let type = remaining.popFirst() {
          draft.types[.operand(position)] = type
        } else if group.type == nil {
          throw countMismatch(groups, types, in: draft)
        }
        position += 1
      }
    }
    if !remaining.isEmpty { throw countMismatch(groups, types, in: draft) }
  }

  private func countMismatch(
    _ groups: [Draft.Group], _ types: [Type], in draft: Draft
  ) -> ParserError {
    let count = groups.reduce(0) { $0 + ($1.type == nil ? $1.references.count : 0) }
    return error(
      "\(count) operands have \(types.count) types", at: draft.functionTypeRange)
  }

  private func infer(
    _ inferences: [Format.Inference], in draft: inout Draft, _ head: OperationHead
  ) throws(ParserError) {
    for inference in inferences {
      guard let source = draft.types[inference.source] else { continue }
      guard let type = inference.rule.apply(to: source) else {
        throw error(
          "\(head.opcode.info.name) cannot take \(source), expected \(inference.rule.requirement)",
          at: draft.typeRanges[inference.source] ?? head.range)
      }
      draft.types[inference.slot] = type
    }
  }

  private func resultTypes(
    of draft: Draft, _ head: OperationHead
  ) throws(ParserError) -> [Type] {
    let results = draft.functionType?.results ?? []
    if draft.functionType != nil {
      guard head.opcode.info.results.contains(results.count) else {
        throw error(
          "\(head.opcode.info.name) cannot have \(results.count) results",
          at: draft.functionTypeRange)
      }
      return results
    }
    var types: [Type] = []
    while let type = draft.types[.result(types.count)] { types.append(type) }
    return types
  }
}

extension KeywordAttribute {
  fileprivate static func value(of keyword: String) -> Int32? {
    Self(keyword: keyword)?.rawValue
  }
}
