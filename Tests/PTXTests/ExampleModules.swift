import PTX

/// Modules that use every opcode which a target has.
enum ExampleModules {
  /// One module for each version of PTX that introduced an opcode which `target` has, except for
  /// the products of warpgroups, or with them alone.
  static func all(for target: PTXTarget, onWarpgroups: Bool) -> [PTXModule] {
    var opcodes: [PTXVersion: [PTXOpcode]] = [:]
    for opcode in PTXOpcode.all where target.supports(opcode.requirement.target) {
      guard (opcode.root == "wgmma") == onWarpgroups else { continue }
      opcodes[max(opcode.requirement.version, target.lowestVersion), default: []].append(opcode)
    }
    return opcodes.sorted { $0.key < $1.key }.map { version, opcodes in
      PTXModule(
        version: version, target: target, functions: declarations + functions(opcodes))
    }
  }

  /// Kernels of a size that the assembler handles quickly.
  private static func functions(_ opcodes: [PTXOpcode]) -> [PTXFunction] {
    var functions: [PTXFunction] = []
    var statements: [Statement] = []
    func finish() {
      if !statements.isEmpty { functions.append(kernel("k\(functions.count)", statements)) }
      statements = []
    }
    for opcode in opcodes {
      for example in OpcodeExamples.instructions(for: opcode) {
        statements += surrounded(example)
        if statements.count >= (opcode.root == "wgmma" ? 4 : 400) { finish() }
      }
    }
    finish()
    return functions
  }

  /// The instruction with what it needs before and after it to have a meaning; nothing if it is
  /// itself what a product of warpgroups needs.
  private static func surrounded(_ example: Instruction) -> [Statement] {
    guard example.opcode.root == "wgmma" else { return [.instruction(example)] }
    guard example.opcode.modifiers.first == "mma_async" else { return [] }
    return [
      .instruction(Instruction("wgmma.fence.sync.aligned")), .instruction(example),
      .instruction(Instruction("wgmma.commit_group.sync.aligned")),
      .instruction(Instruction("wgmma.wait_group.sync.aligned", [.integer(0)])),
    ]
  }

  private static func kernel(_ name: String, _ statements: [Statement]) -> PTXFunction {
    var registers = RegisterCounts()
    for registerClass in RegisterClass.allCases where registerClass != .bits128 {
      registers[registerClass] = OpcodeExamples.registerCount
    }
    // Registers of 128 bits are newer than most opcodes.
    if statements.contains(where: \.namesWideRegister) { registers[.bits128] = 8 }
    let variables =
      ["argument", "returned"].map { Variable($0, in: .param, type: .b32) }
      + [Variable("outgoing", in: .param, type: .b8, extent: .array(64), alignment: 16)]
    var directives = PerformanceDirectives()
    directives.requiredThreads = .init(128)
    // Without a limit the assembler cannot tell what `setmaxnreg` changes.
    directives.maximumRegisters = 168
    return PTXFunction(
      .entry, name, parameters: [Parameter("parameter", type: .b8, count: 64, alignment: 16)],
      directives: directives,
      body: PTXFunction.Body(
        registers: registers, variables: variables,
        statements: [.label(Label(0))] + statements + [.instruction(Instruction("ret"))]))
  }

  /// What the examples call: functions with and without a result and an argument.
  private static let declarations = [(0, 0), (0, 1), (1, 0), (1, 1)].map { results, arguments in
    PTXFunction(
      .function, OpcodeExamples.callee(results: results, arguments: arguments), linkage: .module,
      results: (0..<results).map { _ in Parameter("result", type: .b32) },
      parameters: (0..<arguments).map { _ in Parameter("value", type: .b32) },
      body: PTXFunction.Body(statements: [.instruction(Instruction("ret"))]))
  }
}

extension Statement {
  fileprivate var namesWideRegister: Bool {
    guard case .instruction(let instruction) = self else { return false }
    var isFound = false
    for operand in instruction.operands {
      operand.forEachRegister { isFound = isFound || $0.registerClass == .bits128 }
    }
    return isFound
  }
}
