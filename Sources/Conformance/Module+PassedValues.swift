import IR

/// How values get from one place to another without being computed with.
extension Module {
  /// Where `op` passes values: its operands to the parameters of its regions, of blocks that it goes
  /// on in or of a function that it calls, and a terminator's operands to the results of what it ends.
  func passedValues(at op: OpID) -> [(source: ValueID, target: ValueID)] {
    let operands = operands(of: op)
    switch opcode(of: op) {
    case .for:
      guard let body = firstBlock(of: region(0, of: op)) else { return [] }
      let parameters = Array(parameters(of: body))
      let bounds = operands.prefix(3).map { ($0, parameters[0]) }
      let initial = operands.dropFirst(3)
      return bounds + pairs(initial, parameters.dropFirst()) + pairs(initial, results(of: op))
    case .while:
      return entry(of: region(0, of: op)).map { pairs(operands, parameters(of: $0)) } ?? []
    case .condition:
      guard let loop = parent(of: op) else { return [] }
      let values = operands.dropFirst()
      let body = entry(of: region(1, of: loop)).map { pairs(values, parameters(of: $0)) } ?? []
      return body + pairs(values, results(of: loop))
    case .yield: return yieldedValues(operands, at: op)
    case .reduce, .scan:
      guard let body = entry(of: region(0, of: op)) else { return [] }
      // Each operand stands for two parameters: what is combined and what it is combined with.
      return pairs(operands + operands, parameters(of: body)) + pairs(operands, results(of: op))
    case .mapElementwise:
      guard let body = entry(of: region(0, of: op)) else { return [] }
      let pack = view(op, as: MapElementwise.self)?.pack ?? 1
      return pairs(operands.flatMap { Array(repeating: $0, count: pack) }, parameters(of: body))
    case .mapElementwiseReturn:
      guard let map = parent(of: op) else { return [] }
      let pack = view(map, as: MapElementwise.self)?.pack ?? 1
      return pairs(operands, results(of: map).flatMap { Array(repeating: $0, count: pack) })
    case .warpSpecialize:
      return regions(of: op).dropFirst().flatMap { region in
        entry(of: region).map { pairs(operands, parameters(of: $0)) } ?? []
      }
    case .reduceReturn, .scanReturn, .warpYield:
      return parent(of: op).map { pairs(operands, results(of: $0)) } ?? []
    case .branch, .conditionalBranch: return jumps(at: op)
    case .call: return passedToCallee(operands, at: op)
    default: return []
    }
  }

  private func entry(of region: RegionID) -> BlockID? { firstBlock(of: region) }

  private func pairs(
    _ sources: some Sequence<ValueID>, _ targets: some Sequence<ValueID>
  ) -> [(source: ValueID, target: ValueID)] { Array(zip(sources, targets)) }

  /// Where `yield` in a loop or branch passes its operands.
  private func yieldedValues(
    _ operands: [ValueID], at op: OpID
  ) -> [(source: ValueID, target: ValueID)] {
    guard let parent = parent(of: op) else { return [] }
    let results = pairs(operands, results(of: parent))
    switch opcode(of: parent) {
    case .for:
      guard let body = entry(of: region(0, of: parent)) else { return results }
      return results + pairs(operands, parameters(of: body).dropFirst())
    case .while:
      return entry(of: region(0, of: parent)).map { pairs(operands, parameters(of: $0)) } ?? []
    default: return results
    }
  }

  /// Where a branch between blocks passes its operands.
  private func jumps(at op: OpID) -> [(source: ValueID, target: ValueID)] {
    if let branch = view(op, as: Branch.self) {
      return pairs(branch.arguments, parameters(of: branch.target))
    }
    guard let branch = view(op, as: ConditionalBranch.self) else { return [] }
    return pairs(branch.trueArguments, parameters(of: branch.whenTrue))
      + pairs(branch.falseArguments, parameters(of: branch.whenFalse))
  }

  /// Where a call passes its operands, and what it gets back.
  private func passedToCallee(
    _ operands: [ValueID], at op: OpID
  ) -> [(source: ValueID, target: ValueID)] {
    guard let call = view(op, as: Call.self), let callee = function(named: call.callee) else {
      return []
    }
    let body = region(0, of: callee)
    let passed = entry(of: body).map { pairs(operands, parameters(of: $0)) } ?? []
    let returned = blocks(in: body).compactMap { terminator(of: $0) }
      .filter { opcode(of: $0) == .return }
      .flatMap { pairs(self.operands(of: $0), results(of: op)) }
    return passed + returned
  }
}
