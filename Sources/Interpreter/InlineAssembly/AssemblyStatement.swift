/// One PTX instruction with its operands.
struct AssemblyStatement: Sendable {
  let instruction: AssemblyInstruction
  let operands: [AssemblyOperand]
  /// The register that says whether the instruction runs.
  let guardRegister: String?
  /// The instruction runs if the guard is false.
  let isGuardNegated: Bool

  init(parsing text: Substring, registerCount: Int) throws(AssemblyError) {
    var rest = text
    if rest.hasPrefix("@") {
      rest = rest.dropFirst()
      isGuardNegated = rest.hasPrefix("!")
      if isGuardNegated { rest = rest.dropFirst() }
      let name = rest.prefix { !$0.isWhitespace }
      guardRegister = String(name)
      rest = AssemblyProgram.trimmed(rest.dropFirst(name.count))
    } else {
      (guardRegister, isGuardNegated) = (nil, false)
    }
    let name = rest.prefix { !$0.isWhitespace }
    rest = rest.dropFirst(name.count)
    instruction = try AssemblyInstruction(String(name))
    var operands: [AssemblyOperand] = []
    for part in Self.split(rest) {
      operands.append(try AssemblyOperand(parsing: part, registerCount: registerCount))
    }
    self.operands = operands
    guard operands.count == instruction.operandCount else {
      throw AssemblyError(
        "'\(name)' has \(operands.count) operands, expected \(instruction.operandCount)")
    }
  }

  /// The operands: parts between commas outside of brackets, and the two results in `a|b`.
  private static func split(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var start = text.startIndex
    for index in text.indices {
      switch text[index] {
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      case ",", "|":
        guard depth == 0 else { continue }
        parts.append(text[start..<index])
        start = text.index(after: index)
      default: continue
      }
    }
    let last = text[start...]
    if !parts.isEmpty || !AssemblyProgram.trimmed(last).isEmpty { parts.append(last) }
    return parts
  }
}
