import IR
import PTX
import Support

/// Functions of several blocks, calls and partitions.
extension KernelLowering {
  /// Writes the blocks of a function's body, the first where it is and the others behind labels.
  mutating func lowerBlocks(of region: RegionID) throws(Diagnostic) {
    let blocks = module.blocks(in: region)
    for block in blocks.dropFirst() {
      blockLabels[block] = builder.makeLabel()
      for parameter in module.parameters(of: block) {
        let registerClass = registerClass(of: parameter)
        values[parameter] = (0..<registerCount(of: parameter)).map { _ in
          builder.makeRegister(registerClass)
        }
      }
    }
    for block in blocks {
      if let label = blockLabels[block], block != blocks.first { builder.place(label) }
      try lowerOps(of: block)
    }
  }

  /// Goes to another block.
  mutating func lowerBranch(_ op: OpID) {
    let branch = Branch(reading: op, of: module)
    jump(to: branch.target, branch.arguments)
  }

  /// Goes to one of two blocks.
  mutating func lowerConditionalBranch(_ op: OpID) {
    let branch = ConditionalBranch(reading: op, of: module)
    let otherwise = builder.makeLabel()
    builder.branch(to: otherwise, if: register(of: branch.condition), isNegated: true)
    jump(to: branch.whenTrue, branch.trueArguments)
    builder.place(otherwise)
    jump(to: branch.whenFalse, branch.falseArguments)
  }

  private mutating func jump(to block: BlockID, _ arguments: [ValueID]) {
    let targets = module.parameters(of: block).map { registers(of: $0) }
    move(arguments.flatMap { registers(of: $0) }, to: targets.flatMap { $0 })
    if let label = blockLabels[block] { builder.branch(to: label) }
  }

  /// Ends the kernel, or the function that is being inlined.
  mutating func lowerReturn(_ op: OpID) {
    guard let target = returnTarget else { return builder.emit("ret") }
    let passed = module.operands(of: op).flatMap { registers(of: $0) }
    move(passed, to: target.results.flatMap { $0 })
    builder.branch(to: target.label)
  }

  /// Writes the callee's body in the place of the call.
  mutating func lowerCall(_ op: OpID) throws(Diagnostic) {
    let name = Call(reading: op, of: module).callee
    guard let callee = module.function(named: name),
      let entry = module.firstBlock(of: module.region(0, of: callee))
    else { throw cannotLower(op, "there is no body of @\(name)") }
    guard !callStack.contains(callee) else {
      throw cannotLower(op, "@\(name) calls itself")
    }
    let results = module.results(of: op).map { result in
      (0..<registerCount(of: result)).map { _ in
        builder.makeRegister(registerClass(of: result))
      }
    }
    for (parameter, argument) in zip(module.parameters(of: entry), module.operands(of: op)) {
      values[parameter] = registers(of: argument)
    }
    let outer = returnTarget
    let end = builder.makeLabel()
    returnTarget = ReturnTarget(label: end, results: results)
    callStack.append(callee)
    try lowerBlocks(of: module.region(0, of: callee))
    callStack.removeLast()
    returnTarget = outer
    builder.place(end)
    for (result, registers) in zip(module.results(of: op), results) { values[result] = registers }
  }

  /// Writes the regions that warps could share, one after the other, for all warps.
  mutating func lowerPartitions(_ op: OpID) throws(Diagnostic) {
    let captures = module.operands(of: op).map { registers(of: $0) }
    for (position, region) in module.regions(of: op).enumerated() {
      guard let block = module.firstBlock(of: region) else { continue }
      let passed = try inlineBlock(block, arguments: position == 0 ? [] : captures)
      if position == 0 {
        for (result, registers) in zip(module.results(of: op), passed) {
          values[result] = registers
        }
      }
    }
  }
}
