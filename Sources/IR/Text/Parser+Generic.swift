import Support

extension Parser {
  /// `(%a) [^bb1] <{properties}> ({ regions }) {attributes} : (types) -> types`
  mutating func parseGenericOperation(_ head: OperationHead) throws(ParserError) -> OpID {
    let references = try parseReferences(in: .leftParenthesis, .rightParenthesis)
    var successors: [BlockID] = []
    if token.kind == .leftBracket {
      guard head.opcode.info.traits.contains(.hasSuccessors) else {
        throw error("\(head.opcode.info.name) does not go on in other blocks", at: token.range)
      }
      successors = try list(in: .leftBracket, .rightBracket) { parser throws(ParserError) in
        try parser.referToBlock()
      }
    }
    var attributes = try parseProperties()
    let regions = try parseGenericRegions(head)
    if token.kind == .leftBrace { try parseEntries(into: &attributes) }
    try expect(.colon)
    let range = token.range
    let type = try parseFunctionType()
    let operands = try resolve(references, as: type.parameters, at: range)
    try checkSegments(of: operands.count, in: &attributes, head)
    head.opcode.normalize(&attributes)
    let op = try insert(
      OpDraft(
        head.opcode, operands: operands, results: type.results, attributes: attributes,
        regions: regions.count, successors: successors), head)
    fill(op, with: regions)
    return op
  }

  /// Checks the sizes of the groups of operands of a load, which follow from their number.
  private func checkSegments(
    of count: Int, in attributes: inout AttributeList, _ head: OperationHead
  ) throws(ParserError) {
    guard head.opcode == .load, let sizes = attributes[OpInfo.segmentsName]?.integers else {
      return
    }
    guard count <= 3, sizes == [1, count > 1 ? 1 : 0, count > 2 ? 1 : 0] else {
      throw error(
        "\(OpInfo.segmentsName) are \(sizes) for \(count) operands, expected a pointer, a mask "
          + "and other values in this order",
        at: head.range)
    }
    attributes[OpInfo.segmentsName] = nil
  }

  /// `<{name = attribute}>`; empty if there is none.
  mutating func parseProperties() throws(ParserError) -> AttributeList {
    guard try take(.less) else { return .empty }
    let properties = try parseDictionary()
    try expect(.greater)
    return properties
  }

  /// `({ … }, { … })`, or nothing.
  private mutating func parseGenericRegions(
    _ head: OperationHead
  ) throws(ParserError) -> [RegionID] {
    guard token.kind == .leftParenthesis else { return [] }
    // Of a specialization, only the first region sees more than what the operation captures.
    var isIsolated = head.opcode.info.traits.contains(.isolated)
    return try list(in: .leftParenthesis, .rightParenthesis) { parser throws(ParserError) in
      let region = parser.makeRegion()
      try parser.parseRegion(into: region, isIsolated: isIsolated)
      if head.opcode == .warpSpecialize { isIsolated = true }
      return region
    }
  }

  /// A region of no operation in the module: what it holds is moved where it belongs once the
  /// operation can be made, whose types stand behind its regions.
  mutating func makeRegion() -> RegionID {
    let holder = module.createDetached(OpDraft(.module, regions: 1), origin: .unknown)
    return module.region(0, of: holder)
  }

  /// Moves what `regions` hold into those of `op`.
  mutating func fill(_ op: OpID, with regions: [RegionID]) {
    for (source, target) in zip(regions, module.regions(of: op)) {
      module.moveBlocks(from: source, to: target)
      module.erase(module.parent(of: source))
    }
  }
}
