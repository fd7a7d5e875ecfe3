import Support

// `cf.br ^block(%a, %b : types)`
// `cf.cond_br %condition, ^yes(%a : type), ^no(%b : type)`

extension Parser {
  mutating func parseBranch(_ head: OperationHead) throws(ParserError) -> OpID {
    let (target, arguments) = try parseTarget()
    let attributes = try parseOptionalDictionary()
    return try insert(
      OpDraft(.branch, operands: arguments, attributes: attributes, successors: [target]), head)
  }

  mutating func parseConditionalBranch(_ head: OperationHead) throws(ParserError) -> OpID {
    let condition = try resolve(try parseReference(), as: .i1)
    try expect(.comma)
    let (whenTrue, trueArguments) = try parseTarget()
    try expect(.comma)
    let (whenFalse, falseArguments) = try parseTarget()
    var attributes = try parseOptionalDictionary()
    attributes[OpInfo.segmentsName] = OpInfo.segments(1, trueArguments.count, falseArguments.count)
    return try insert(
      OpDraft(
        .conditionalBranch, operands: [condition] + trueArguments + falseArguments,
        attributes: attributes, successors: [whenTrue, whenFalse]), head)
  }

  /// `^block(%a, %b : types)` or `^block`
  private mutating func parseTarget() throws(ParserError) -> (BlockID, [ValueID]) {
    let block = try referToBlock()
    guard try take(.leftParenthesis) else { return (block, []) }
    let references = try parseReferences()
    try expect(.colon)
    let arguments = try parseTypesAndResolve(references)
    guard try take(.rightParenthesis) else { throw expected("',' or ')'") }
    return (block, arguments)
  }
}

extension Printer {
  mutating func printBranch(_ op: OpID) {
    guard let branch = module.view(op, as: Branch.self) else { return }
    write(" ")
    writeTarget(branch.target, branch.arguments)
    writeAttributes(of: op)
  }

  mutating func printConditionalBranch(_ op: OpID) {
    guard let branch = module.view(op, as: ConditionalBranch.self) else { return }
    write(" ")
    write(branch.condition)
    write(", ")
    writeTarget(branch.whenTrue, branch.trueArguments)
    write(", ")
    writeTarget(branch.whenFalse, branch.falseArguments)
    writeAttributes(of: op, hiding: [OpInfo.segmentsName])
  }

  private mutating func writeTarget(_ block: BlockID, _ arguments: [ValueID]) {
    write("^bb\(blockNames[block] ?? 0)")
    if arguments.isEmpty { return }
    write("(")
    write(arguments)
    write(" : ")
    writeTypes(of: arguments)
    write(")")
  }
}
