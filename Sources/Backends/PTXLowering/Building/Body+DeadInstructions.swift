import PTX

extension PTXFunction.Body {
  /// Removes instructions whose results nothing needs, in loops as well.
  ///
  ///     mov.b32 %r1, 8;                mov.b32 %r1, 8;
  ///     mul.lo.s32 %r2, %r1, %r1;  ->  st.shared.b32 [%r0], %r1;
  ///     st.shared.b32 [%r0], %r1;
  mutating func removeDeadInstructions() {
    var search = LiveInstructions(statements)
    let isLive = search.found()
    var kept: [Statement] = []
    kept.reserveCapacity(statements.count)
    for (index, statement) in statements.enumerated() where isLive[index] {
      kept.append(statement)
    }
    statements = kept
  }
}

/// Which instructions of a body are needed: those with effects, and those that fill a register
/// which a needed one reads.
private struct LiveInstructions {
  private let statements: [Statement]
  private var isLive: [Bool]
  /// The instructions without effects that fill a register.
  private var definitions = RegisterMap<[Int]>()
  private var pending: [Int] = []
  /// By the numbers of opcodes.
  private var hasEffects: [Int: Bool] = [:]

  init(_ statements: [Statement]) {
    self.statements = statements
    isLive = Array(repeating: false, count: statements.count)
  }

  /// For each statement whether it is needed.
  mutating func found() -> [Bool] {
    for (index, statement) in statements.enumerated() {
      guard case .instruction(let instruction) = statement,
        !hasEffects(instruction.opcode), let result = instruction.operands.first
      else {
        mark(index)
        continue
      }
      result.forEachRegister { definitions[$0] = (definitions[$0] ?? []) + [index] }
    }
    while let index = pending.popLast() {
      guard case .instruction(let instruction) = statements[index] else { continue }
      if let condition = instruction.condition { need(condition.predicate) }
      for operand in instruction.operands {
        operand.forEachRegister { need($0) }
      }
    }
    return isLive
  }

  private mutating func mark(_ index: Int) {
    guard !isLive[index] else { return }
    isLive[index] = true
    pending.append(index)
  }

  private mutating func need(_ register: Register) {
    // A register that is asked for once is asked for for good.
    let indices = definitions[register] ?? []
    definitions[register] = nil
    for index in indices { mark(index) }
  }

  private mutating func hasEffects(_ opcode: PTXOpcode) -> Bool {
    if let known = hasEffects[Int(opcode.number)] { return known }
    let result = opcode.hasSideEffects
    hasEffects[Int(opcode.number)] = result
    return result
  }
}
