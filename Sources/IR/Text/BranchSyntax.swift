import Support

// `cf.br ^block(%a, %b : types)`
// `cf.cond_br %condition, ^yes(%a : type), ^no(%b : type)`

extension Parser {
  mutating func parseBranch(_ head: OperationHead) throws(Diagnostic) -> OpID {
    let (target, arguments) = try parseTarget()
    let attributes = try parseOptionalDictionary()
    return try insert(
      OpDraft(.branch, operands: arguments, attributes: attributes, successors: [target]), head)
  }

  mutating func parseConditionalBranch(_ head: OperationHead) throws(Diagnostic) -> OpID {
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
  private mutating func parseTarget() throws(Diagnostic) -> (BlockID, [ValueID]) {
    let block = try referToBlock()
    guard try take(.leftParenthesis) else { return (block, []) }
    let references = try parseReferences()
    try expect(.colon)
    let arguments = try parseTypesAndResolve(references)
    guard try take(.rightParenthesis) else { throw expected("',' or ')'") }
    return (block, arguments)
  }
}
