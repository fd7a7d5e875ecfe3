extension Printer {
  /// `"tt.reduce"(%a) <{axis = 0 : i32}> ({ … }) {…} : (types) -> types`
  mutating func printGeneric(_ op: OpID) {
    let info = module.info(of: op)
    write("\"\(info.name)\"(")
    write(module.operands(of: op))
    write(")")
    let successors = module.successors(of: op)
    if !successors.isEmpty {
      write("[" + successors.map { "^bb\(blockNames[$0] ?? 0)" }.joined(separator: ", ") + "]")
    }
    let known = Set(info.attributes.map(\.name))
    var (properties, others) = (AttributeList(), AttributeList())
    for entry in module.attributes(of: op).entries {
      // Attributes with a dialect's name before a point are never properties.
      if known.contains(entry.name), !entry.name.contains(".") {
        properties[entry.name] = entry.value
      } else {
        others[entry.name] = entry.value
      }
    }
    if !properties.isEmpty { write(" <\(properties.text)>") }
    if module.regionCount(of: op) > 0 {
      write(" (")
      for (position, region) in module.regions(of: op).enumerated() {
        if position > 0 { write(", ") }
        printRegion(region)
      }
      write(")")
    }
    if !others.isEmpty { write(" \(others.text)") }
    write(" : " + functionType(of: op))
  }
}
