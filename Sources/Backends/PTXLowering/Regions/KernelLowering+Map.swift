import IR
import PTX
import Support

extension KernelLowering {
  /// Writes the region of a map once for each group of elements. Threads may go apart in it, so that
  /// nothing in it may be done together.
  mutating func lowerMap(_ op: OpID) throws(Diagnostic) {
    let map = MapElementwise(reading: op, of: module)
    let results = module.results(of: op)
    let layout = layouts[module.result(0, of: op)]
    guard let groups = rowMajorGroups(of: layout, count: map.pack) else {
      throw cannotLower(op, "threads hold fewer than \(map.pack) neighbouring elements")
    }
    let sources = map.sources.map { registers(of: $0) }
    let region = module.region(0, of: op)
    guard let entry = module.firstBlock(of: region) else { return }
    let wasDivergent = builder.isDivergent
    builder.isDivergent = true
    defer { builder.isDivergent = wasDivergent }
    var found = results.map { _ in [Int: Register]() }
    for group in groups {
      let arguments = sources.flatMap { source in group.map { source[$0] } }
      for (parameter, argument) in zip(module.parameters(of: entry), arguments) {
        values[parameter] = [argument]
      }
      let end = builder.makeLabel()
      let passed = results.flatMap { result in
        group.map { _ in builder.makeRegister(registerClass(of: result)) }
      }
      let outer = mapTarget
      mapTarget = ReturnTarget(label: end, results: passed.map { [$0] })
      try lowerBlocks(of: region)
      mapTarget = outer
      builder.place(end)
      for (position, register) in passed.enumerated() {
        found[position / map.pack][group[position % map.pack]] = register
      }
    }
    for (result, elements) in zip(results, found) {
      values[result] = ungrouped(elements, of: layout)
    }
  }

  /// Ends a map's region: passes its results on and goes behind it.
  mutating func lowerMapReturn(_ op: OpID) {
    guard let target = mapTarget else { return }
    move(
      module.operands(of: op).flatMap { registers(of: $0) }, to: target.results.flatMap { $0 })
    builder.branch(to: target.label)
  }
}
