import Support

extension PTXReader {
  /// An instruction whose first token, a sign `@` or an opcode, is `start`. An opcode has been
  /// passed.
  mutating func readInstruction(
    startingWith start: PTXToken, _ context: inout BodyContext
  ) throws(Diagnostic) {
    var condition: Instruction.Guard?
    var opcodeToken = start
    if try take(sign: "@") {
      let isNegated = try take(sign: "!")
      condition = Instruction.Guard(try register(context), isNegated: isNegated)
      opcodeToken = token
      guard token.kind == .word else { throw expected("an opcode") }
      try advance()
    }
    let opcode = try opcode(opcodeToken)
    var operands: [Operand] = []
    if !token.is(";") {
      repeat { operands.append(try operand(of: opcode, &context)) } while try take(sign: ",")
    }
    try expect(sign: ";", "after an instruction")
    narrowDecimals(&operands, of: opcode)
    unwrapScalars(&operands, of: opcode)
    append(
      .instruction(Instruction(opcode, operands, if: condition, at: context.location)), at: start,
      &context)
  }

  private mutating func opcode(_ token: PTXToken) throws(Diagnostic) -> PTXOpcode {
    let bytes = source.bytes[token.start..<token.end]
    if let opcode = knownOpcodes[bytes] { return opcode }
    if let opcode = PTXOpcode(spelling: bytes) ?? PTXOpcode(reordering: text(of: token)) {
      knownOpcodes[bytes] = opcode
      return opcode
    }
    let word = text(of: token)
    let root = bytes.prefix { $0 != UInt8(ascii: ".") }
    guard OpcodeTable.shared.hasRoot(root) else {
      throw error("unknown opcode '\(word)'", at: token)
    }
    let family = String(decoding: root, as: UTF8.self)
    throw error("'\(word)' is not among the forms of '\(family)' that may be used", at: token)
  }

  /// Assemblers take braces around the one value of a load or a store.
  private func unwrapScalars(_ operands: inout [Operand], of opcode: PTXOpcode) {
    guard opcode.root == "ld" || opcode.root == "st" else { return }
    for index in operands.indices {
      if case .vector(let elements) = operands[index], elements.count == 1 {
        operands[index] = elements[0]
      }
    }
  }

  /// Gives a float in decimal the width that the opcode asks for. It is read with 64 bits.
  private func narrowDecimals(_ operands: inout [Operand], of opcode: PTXOpcode) {
    let hasDecimals = operands.contains { if case .float64 = $0 { true } else { false } }
    guard hasDecimals,
      let rules = opcode.operandLists.first(where: { $0.count >= operands.count })
    else { return }
    for (index, rule) in zip(operands.indices, rules) {
      guard case .float64(let bits) = operands[index], rule.form == .value(.f32) else { continue }
      operands[index] = .float(Float(Double(bitPattern: bits)))
    }
  }
}

extension PTXOpcode {
  /// Memory operations whose words for order, scope and space stand in another sequence, which
  /// assemblers take, or that name the default order.
  fileprivate init?(reordering text: String) {
    let words = text.split(separator: ".")
    guard let root = words.first, ["ld", "st", "atom", "red"].contains(root) else { return nil }
    let rest = words.dropFirst().filter { $0 != "weak" }
    func rank(_ word: Substring) -> Int {
      switch word {
      case "relaxed", "acquire", "release", "acq_rel", "volatile": 0
      case "cta", "cluster", "gpu", "sys": 1
      case "global", "shared", "local", "const", "param", "shared::cta", "shared::cluster": 2
      default: 3
      }
    }
    let ordered = (0...3).flatMap { number in rest.filter { rank($0) == number } }
    self.init(([root] + ordered).joined(separator: "."))
  }
}
