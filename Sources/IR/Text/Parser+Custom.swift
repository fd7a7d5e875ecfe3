import Support

extension Parser {
  /// An operation in the form of its own, whose name has been read.
  mutating func parseCustomOperation(_ head: OperationHead) throws(ParserError) -> OpID {
    switch head.opcode.syntax {
    case .format(let format): try parseFormat(format, head)
    case .generic:
      throw error(
        "\(head.opcode.info.name) has only the generic form \"\(head.opcode.info.name)\"(…)",
        at: head.range)
    case .module: throw error("a module must stand outside of everything else", at: head.range)
    case .function: try parseFunction(head)
    case .constant: try parseConstant(head)
    case .select: try parseSelect(head)
    case .dotScaled: try parseDotScaled(head)
    case .inlineAssembly: try parseInlineAssembly(head)
    case .print: try parsePrint(head)
    case .loop: try parseLoop(head)
    case .conditional: try parseConditional(head)
    case .whileLoop: try parseWhileLoop(head)
    case .branch: try parseBranch(head)
    case .conditionalBranch: try parseConditionalBranch(head)
    case .warpSpecialize: try parseWarpSpecialize(head)
    }
  }
}
