extension Module {
  /// Where this module first says something else than `other`; `nil` if both say the same.
  ///
  /// Compares operations, how values are used, types, attributes, regions, successors and
  /// locations. Names of values and places in a text may differ.
  public func firstDifference(from other: borrowing Module) -> String? {
    var comparison = Comparison()
    return comparison.compare(root, self, other.root, other)
  }
}

/// Two modules side by side, with what of the one stands for what of the other.
private struct Comparison {
  private var values: [ValueID: ValueID] = [:]
  private var blocks: [BlockID: BlockID] = [:]

  /// The first difference between `op` of `module` and `twin` of `other`, and all below them.
  mutating func compare(
    _ op: OpID, _ module: borrowing Module, _ twin: OpID, _ other: borrowing Module
  ) -> String? {
    // Values of a later block may be used before they are compared, so they are paired first.
    if let difference = pairOps(op, module, twin, other) { return difference }
    var pending = [(op, twin)]
    while let (op, twin) = pending.popLast() {
      if let difference = difference(op, module, twin, other) {
        let name = module.info(of: op).name
        let place = module.location(of: op).position.map { " at \($0)" } ?? ""
        return "\(name)\(place): \(difference)"
      }
      pending += zip(module.children(of: op), other.children(of: twin)).reversed()
    }
    return nil
  }

  /// Pairs the values and blocks below two operations.
  private mutating func pairOps(
    _ op: OpID, _ module: borrowing Module, _ twin: OpID, _ other: borrowing Module
  ) -> String? {
    var pending = [(op, twin)]
    while let (op, twin) = pending.popLast() {
      let name = module.info(of: op).name
      guard module.opcode(of: op) == other.opcode(of: twin) else {
        return "\(name) is \(other.info(of: twin).name)"
      }
      guard module.resultCount(of: op) == other.resultCount(of: twin),
        module.regionCount(of: op) == other.regionCount(of: twin)
      else { return "\(name) has other numbers of results or regions" }
      for (result, partner) in zip(module.results(of: op), other.results(of: twin)) {
        values[result] = partner
      }
      for (region, partner) in zip(module.regions(of: op), other.regions(of: twin)) {
        guard pairBlocks(region, module, partner, other) else {
          return "\(name) has a region with other blocks, parameters or operations"
        }
      }
      pending += zip(module.children(of: op), other.children(of: twin))
    }
    return nil
  }

  private mutating func pairBlocks(
    _ region: RegionID, _ module: borrowing Module, _ twin: RegionID, _ other: borrowing Module
  ) -> Bool {
    let (blocks, partners) = (module.blocks(in: region), other.blocks(in: twin))
    guard blocks.count == partners.count else { return false }
    for (block, partner) in zip(blocks, partners) {
      self.blocks[block] = partner
      let (parameters, others) = (module.parameters(of: block), other.parameters(of: partner))
      guard parameters.count == others.count,
        module.ops(in: block).count == other.ops(in: partner).count
      else { return false }
      for (parameter, partner) in zip(parameters, others) {
        values[parameter] = partner
        guard module.type(of: parameter) == other.type(of: partner),
          module.location(of: parameter) == other.location(of: partner)
        else { return false }
      }
    }
    return true
  }

  /// The difference between two operations, without what stands in their regions.
  private func difference(
    _ op: OpID, _ module: borrowing Module, _ twin: OpID, _ other: borrowing Module
  ) -> String? {
    if module.operands(of: op).map({ values[$0] }) != other.operands(of: twin) {
      return "uses other values"
    }
    let types = module.results(of: op).map { module.type(of: $0) }
    let otherTypes = other.results(of: twin).map { other.type(of: $0) }
    if types != otherTypes { return "has type \(types.listed), not \(otherTypes.listed)" }
    let (attributes, others) = (module.attributes(of: op), other.attributes(of: twin))
    if attributes != others { return "has attributes \(attributes.text), not \(others.text)" }
    if module.successors(of: op).map({ blocks[$0] }) != Array(other.successors(of: twin)) {
      return "goes on in other blocks"
    }
    if module.location(of: op) != other.location(of: twin) { return "has another location" }
    return nil
  }
}
