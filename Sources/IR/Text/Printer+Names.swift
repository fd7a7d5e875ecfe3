import Support

/// The names in use while the values of a function get theirs.
private struct NameScope {
  var used: Set<String> = []
  var nextNumber = 0
  var nextArgument = 0
  var nextSuffix = 0
}

extension Printer {
  /// Names everything in the regions of `op`.
  ///
  /// A value keeps its name if no other one that can be seen has it. As in MLIR all values of a
  /// region get their names before those of the regions in it, and neighbouring regions may use
  /// the same names.
  mutating func nameValues(in op: OpID) {
    var pending = [(op, NameScope())]
    while let (op, outer) = pending.popLast() {
      for region in module.regions(of: op) {
        var scope = outer
        let nested = nameValues(in: region, &scope)
        pending += nested.reversed().map { ($0, scope) }
      }
    }
  }

  /// - Returns: the operations that have regions.
  private mutating func nameValues(in region: RegionID, _ scope: inout NameScope) -> [OpID] {
    var nested: [OpID] = []
    for (number, block) in module.blocks(in: region).enumerated() {
      blockNames[block] = number
      for parameter in module.parameters(of: block) {
        let given = givenName(of: parameter)
        if given.isEmpty, number == 0 {
          names[parameter] = scope.unique("arg\(scope.nextArgument)")
          scope.nextArgument += 1
        } else {
          names[parameter] = scope.name(given)
        }
      }
      for op in module.ops(in: block) {
        nameResults(of: op, &scope)
        if module.regionCount(of: op) > 0 { nested.append(op) }
      }
    }
    return nested
  }

  /// Unnamed results behind the first belong to the name before them: `%x#1`.
  private mutating func nameResults(of op: OpID, _ scope: inout NameScope) {
    var base = ""
    var members: [ValueID] = []
    for result in module.results(of: op) {
      let given = givenName(of: result)
      if members.isEmpty || !given.isEmpty {
        number(members, base)
        base = scope.name(given.isEmpty ? suggestedName(for: op) : given)
        members = []
      }
      members.append(result)
    }
    number(members, base)
  }

  /// The name of `value`; empty if it is only a number, which may not fit its place any more.
  private func givenName(of value: ValueID) -> String {
    let name = module.name(of: value)
    return name.utf8.allSatisfy(\.isDigit) ? "" : name
  }

  private mutating func number(_ members: [ValueID], _ base: String) {
    for (position, member) in members.enumerated() {
      names[member] = members.count == 1 ? base : "\(base)#\(position)"
    }
  }

  /// What MLIR calls a constant: `c1_i32`, `true`, `cst`.
  private func suggestedName(for op: OpID) -> String {
    guard module.opcode(of: op) == .constant else { return "" }
    switch module.attribute(Constant.valueAttribute, of: op) {
    case .bool(let value)?: return value ? "true" : "false"
    case .integer(let value, let type)?: return "c\(value)_\(type)"
    default: return "cst"
    }
  }
}

extension NameScope {
  /// `%` and the name, or a number if it is empty.
  mutating func name(_ wanted: String) -> String {
    if wanted.isEmpty {
      defer { nextNumber += 1 }
      return "%\(nextNumber)"
    }
    return unique(wanted.valueName)
  }

  /// `%` and the name, with a number at the end if it is taken.
  mutating func unique(_ wanted: String) -> String {
    var name = wanted
    while !used.insert(name).inserted {
      name = "\(wanted)_\(nextSuffix)"
      nextSuffix += 1
    }
    return "%" + name
  }
}
