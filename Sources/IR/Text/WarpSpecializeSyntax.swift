import Support

// `ttg.warp_specialize(%a) attributes {…} default { … }
//    partition0(%x: type) num_warps(4) { … } : (types) -> types`

extension Parser {
  mutating func parseWarpSpecialize(_ head: OperationHead) throws(ParserError) -> OpID {
    let captures = try parseReferences(in: .leftParenthesis, .rightParenthesis)
    var attributes = AttributeList()
    if try takeWord("attributes") { try parseEntries(into: &attributes) }
    try expectWord("default")
    // The types stand behind the regions.
    var regions = [makeRegion()]
    try parseRegion(into: regions[0])
    var warps: [Int64] = []
    while token.kind == .word, spelling(of: token) == "partition\(warps.count)" {
      try advance()
      let parameters = try list(in: .leftParenthesis, .rightParenthesis) {
        parser throws(ParserError) in try parser.parseParameter()
      }
      warps.append(try parsePartitionWarps())
      regions.append(makeRegion())
      try check(regionCount: regions.count, at: head.range)
      // A partition sees only what it captures.
      try parseRegion(into: regions[regions.count - 1], parameters: parameters, isIsolated: true)
    }
    try expect(.colon)
    let start = token.start
    let type = try parseFunctionType()
    let operands = try resolve(
      captures, as: type.parameters, at: SourceRange(start: start, end: previousEnd))
    attributes["partitionNumWarps"] = .denseArray(.i32, warps)
    let op = try insert(
      OpDraft(
        .warpSpecialize, operands: operands, results: type.results, attributes: attributes,
        regions: regions.count), head)
    fill(op, with: regions)
    return op
  }

  /// `num_warps(4)`
  private mutating func parsePartitionWarps() throws(ParserError) -> Int64 {
    try expectWord("num_warps")
    try expect(.leftParenthesis)
    let range = token.range
    let count = try parseUnsigned()
    guard 1...Int(Int32.max) ~= count else {
      throw error("a partition needs one warp or more", at: range)
    }
    try expect(.rightParenthesis)
    return Int64(count)
  }

  private func check(regionCount: Int, at range: SourceRange) throws(ParserError) {
    if regionCount > limits.regionsPerOperation {
      throw error("operation has more than \(limits.regionsPerOperation) regions", at: range)
    }
  }
}

extension Printer {
  mutating func printWarpSpecialize(_ op: OpID) {
    guard let specialize = module.view(op, as: WarpSpecialize.self) else { return }
    write("(")
    write(specialize.captures)
    write(")")
    writeAttributes(of: op, hiding: ["partitionNumWarps"], before: " attributes ")
    newLine()
    write("default ")
    printRegion(module.region(0, of: op))
    for (number, warps) in specialize.partitionWarps.enumerated() {
      newLine()
      write("partition\(number)(")
      let region = module.region(number + 1, of: op)
      if let entry = module.firstBlock(of: region) {
        printParameters(module.parameters(of: entry))
      }
      write(") num_warps(\(warps)) ")
      printRegion(region, hasLabel: false)
    }
    write(" : " + functionType(of: op))
  }
}
