import PTX

/// Writes the body of a function, instruction by instruction.
///
/// Instructions without effects are *computed*: one that was computed before on the same operands,
/// with nothing between that could have led here another way, is not written again.
package struct FunctionBuilder {
  /// The registers that are in use.
  private(set) var registers = RegisterCounts()
  /// What was written.
  private(set) var statements: [Statement] = []
  /// The line that instructions come from.
  package var location: SourceLocation?
  /// Who executes the next instructions; all if absent.
  package var condition: Instruction.Guard?
  /// Threads may take different ways, so that they cannot meet at a barrier.
  package var isDivergent = false
  /// What was computed before is computed again, so that it need not be kept until now.
  package var repeatsComputed = false
  /// Memory with names: that of each thread, and the parameters of calls.
  private(set) var variables: [Variable] = []
  /// Which instructions access shared memory, by their place in `statements`.
  private(set) var sharedAccesses: [(statement: Int, access: SharedAccess)] = []

  private var labelCount = 0
  private var phaseCount = 0
  /// The results of instructions that were computed since the last label.
  private var computed: [Computation: Register] = [:]
  /// Where those results come from.
  private var sources = RegisterMap<(computation: Computation, epoch: Int)>()
  /// How often what was computed has been forgotten.
  private var epoch = 0
  /// Opcodes by their text: looking one up in the table takes longer than writing it.
  private var opcodes: [String: PTXOpcode] = [:]

  /// An instruction without effects, but for its result.
  private struct Computation: Hashable {
    let opcode: PTXOpcode
    let operands: [Operand]
  }

  /// A builder of an empty body.
  package init() {}

  /// A register of `registerClass` that nothing else uses.
  package mutating func makeRegister(_ registerClass: RegisterClass) -> Register {
    registers.makeRegister(registerClass)
  }

  /// The opcode that is written `text`.
  ///
  /// - Requires: The table has it.
  package mutating func opcode(_ text: String) -> PTXOpcode {
    if let known = opcodes[text] { return known }
    guard let found = PTXOpcode(text) else {
      preconditionFailure("the opcode table has no \(text)")
    }
    opcodes[text] = found
    return found
  }

  /// Writes an instruction.
  package mutating func emit(_ text: String, _ operands: [Operand]) {
    let instruction = Instruction(opcode(text), operands, if: condition, at: location)
    statements.append(.instruction(instruction))
  }

  /// Writes an instruction.
  package mutating func emit(_ text: String, _ operands: Operand...) { emit(text, operands) }

  /// Writes a statement that comes from elsewhere, with registers and labels of this body.
  package mutating func append(_ statement: Statement) {
    switch statement {
    case .label(let label): place(label)
    case .instruction(var instruction):
      instruction.location = location
      statements.append(.instruction(instruction))
    case .pragma: statements.append(statement)
    }
  }

  /// Declares `variable`, or makes the one of that name as large as this one.
  package mutating func declare(_ variable: Variable) {
    guard let index = variables.firstIndex(where: { $0.name == variable.name }) else {
      return variables.append(variable)
    }
    if variables[index].byteCount ?? 0 < variable.byteCount ?? 0 { variables[index] = variable }
  }

  /// The result, in a register of `registerClass`, of an instruction without effects.
  package mutating func compute(
    _ text: String, _ registerClass: RegisterClass, _ operands: [Operand]
  ) -> Register {
    let computation = Computation(opcode: opcode(text), operands: operands)
    if !repeatsComputed, let known = computed[computation], known.registerClass == registerClass {
      return known
    }
    let result = makeRegister(registerClass)
    // Whoever needs it later may stand under another condition, so it is computed by all.
    let instruction = Instruction(
      computation.opcode, [.register(result)] + operands, at: location)
    statements.append(.instruction(instruction))
    computed[computation] = result
    sources[result] = (computation, epoch)
    return result
  }

  /// The result, in a register of `registerClass`, of an instruction without effects.
  package mutating func compute(
    _ text: String, _ registerClass: RegisterClass, _ operands: Operand...
  ) -> Register {
    compute(text, registerClass, operands)
  }

  /// The only operand of the instruction `text` that computed `register`; `nil` if another did.
  package mutating func operand(of text: String, thatComputed register: Register) -> Operand? {
    guard let source = source(of: register), source.operands.count == 1,
      source.opcode == opcode(text)
    else { return nil }
    return source.operands[0]
  }

  /// What `register` was computed from by adding a number: `register` itself and 0 if it was not.
  package mutating func sum(thatComputed register: Register) -> (base: Register, distance: Int64) {
    if let source = source(of: register), source.opcode == opcode("add.s32"),
      case .register(let base) = source.operands[0],
      case .integer(let distance) = source.operands[1]
    {
      return (base, distance)
    }
    return (register, 0)
  }

  /// Writes an instruction that accesses shared memory.
  package mutating func emitShared(
    _ text: String, _ operands: [Operand], _ access: SharedAccess
  ) {
    sharedAccesses.append((statements.count, access))
    emit(text, operands)
  }

  /// A number for accesses to shared memory that need no barrier among themselves.
  package mutating func makeSharedPhase() -> Int {
    phaseCount += 1
    return phaseCount
  }

  /// A label that is nowhere yet.
  package mutating func makeLabel() -> Label {
    labelCount += 1
    return Label(labelCount - 1)
  }

  /// Puts `label` here. What was computed before is not known to be computed on every way to it.
  package mutating func place(_ label: Label) {
    statements.append(.label(label))
    forgetComputed()
  }

  /// Goes to `label`, if `predicate` is true or, if negated, false.
  package mutating func branch(
    to label: Label, if predicate: Register? = nil, isNegated: Bool = false, isUniform: Bool = true
  ) {
    let instruction = Instruction(
      opcode(isUniform && !isDivergent ? "bra.uni" : "bra"), [.label(label)],
      if: predicate.map { Instruction.Guard($0, isNegated: isNegated) }, at: location)
    statements.append(.instruction(instruction))
  }

  /// How `register` was computed, if registers have not changed since.
  private func source(of register: Register) -> Computation? {
    guard let source = sources[register], source.epoch == epoch else { return nil }
    return source.computation
  }

  /// Forgets what was computed, because registers are about to change.
  package mutating func forgetComputed() {
    computed.removeAll(keepingCapacity: true)
    epoch += 1
  }
}

extension FunctionBuilder {
  /// The body, without what nothing needs, and with the barriers that its accesses to shared memory
  /// need.
  package consuming func finished() -> PTXFunction.Body {
    var body = PTXFunction.Body(
      registers: registers, variables: variables, statements: statements)
    body.synchronize(sharedAccesses)
    body.removeDeadInstructions()
    return body
  }
}
