import Support

extension Printer {
  /// `{ … }`
  ///
  /// - Parameters:
  ///   - hasLabel: the first block's parameters are written before it.
  ///   - hidesTerminator: a terminator without operands is left out.
  mutating func printRegion(
    _ region: RegionID, hasLabel: Bool = true, hidesTerminator: Bool = false
  ) {
    write("{")
    let predecessors = predecessors(in: region)
    for (number, block) in module.blocks(in: region).enumerated() {
      if number > 0 || (hasLabel && !module.parameters(of: block).isEmpty) {
        newLine()
        printLabel(of: block, isEntry: number == 0, predecessors[block] ?? [])
      }
      indent()
      for op in module.ops(in: block) {
        if hidesTerminator, isImplicit(op) { continue }
        newLine()
        printOperation(op)
      }
      outdent()
    }
    newLine()
    write("}")
  }

  /// `^bb1(%x: i32 loc(…)):  // pred: ^bb0`
  private mutating func printLabel(of block: BlockID, isEntry: Bool, _ predecessors: [BlockID]) {
    write("^bb\(blockNames[block] ?? 0)")
    let parameters = module.parameters(of: block)
    if !parameters.isEmpty {
      write("(")
      printParameters(parameters)
      write(")")
    }
    write(":")
    if isEntry { return }
    let list = predecessors.map { "^bb\(blockNames[$0] ?? 0)" }.joined(separator: ", ")
    switch predecessors.count {
    case 0: write("  // no predecessors")
    case 1: write("  // pred: \(list)")
    default: write("  // \(predecessors.count) preds: \(list)")
    }
  }

  /// `%x: type loc(…), %y: type`
  mutating func printParameters(_ parameters: ArraySlice<ValueID>) {
    for (position, parameter) in parameters.enumerated() {
      if position > 0 { write(", ") }
      write(parameter)
      write(": \(module.type(of: parameter))")
      writeLocation(module.values[parameter].location)
    }
  }

  /// `op` is a terminator that says nothing.
  private func isImplicit(_ op: OpID) -> Bool {
    module.opcode(of: op) == .yield && module.operandCount(of: op) == 0
      && module.attributes(of: op).isEmpty
      && (!hasLocations || module.location(of: op) == .unknown)
  }

  /// The blocks from which each block is reached, once for each way.
  private func predecessors(in region: RegionID) -> [BlockID: [BlockID]] {
    var result: [BlockID: [BlockID]] = [:]
    for block in module.blocks(in: region) {
      guard let last = module.lastOp(of: block) else { continue }
      for successor in module.successors(of: last) {
        result[successor, default: []].append(block)
      }
    }
    return result
  }
}
