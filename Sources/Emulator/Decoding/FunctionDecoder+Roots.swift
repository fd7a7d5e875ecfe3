import PTX
import Support

extension FunctionDecoder {
  /// Decodes the instruction whose opcode begins with `root`.
  mutating func decode(root: String) throws(Diagnostic) -> DecodedInstruction {
    if let decoded = try decodeArithmetic(root) { return decoded }
    switch root {
    case "cvt": return try decodeConversion()
    case "setp": return try decodeComparison()
    case "testp": return try decodeTest()
    case "mov": return try decodeMove()
    case "cvta", "isspacep": return try decodeAddressConversion(root)
    case "ld": return try decodeLoad()
    case "st": return try decodeStore()
    case "atom", "red": return try decodeAtomic(hasResult: root == "atom")
    case "cp": return try decodeCopy()
    case "shfl", "vote", "match", "activemask", "elect", "redux": return try decodeWarp(root)
    case "bar", "barrier": return try decodeBarrier(root)
    case "mma": return try decodeProduct()
    case "ldmatrix", "stmatrix", "movmatrix": return try decodeMatrixMove(root)
    case "bra", "call", "ret", "exit", "trap": return try decodeControl(root)
    // There is one proxy and one cluster of one block, and no grid that waits for another.
    case "membar", "fence", "prefetch", "brkpt", "nanosleep", "griddepcontrol":
      for operand in instruction.operands {
        operand.forEachRegister { accesses.reads.append($0) }
      }
      return DecodedInstruction(.nothing)
    case "createpolicy":
      // A policy is only a hint; any number stands for it.
      var decoded = DecodedInstruction(.lanewise(.move))
      try setResult(&decoded, try operand(0))
      try setSource(&decoded, 0, .integer(0), as: .b64)
      decoded.type = .b64
      return decoded
    default: throw notEmulated()
    }
  }
}
