extension PTXModule {
  /// The rules of PTX that the module breaks, in the order of its text; none if it is well formed.
  ///
  /// What is checked: the version and the target have all that is used; names, labels, registers
  /// and files exist and are declared once; guards are predicates; operands are of the kinds,
  /// classes and lengths that the opcode takes.
  package func violations() -> [PTXViolation] {
    var result = unsupportedFeatures()
    var names: Set<String> = []
    var spaces: [String: StateSpace] = [:]
    for variable in variables {
      spaces[variable.name] = variable.space
      if !names.insert(variable.name).inserted {
        result.append(PTXViolation("variable '\(variable.name)' is declared a second time"))
      }
    }
    var defined: Set<String> = []
    for (index, function) in functions.enumerated() {
      let isTaken =
        names.contains(function.name)
        || (function.body != nil && !defined.insert(function.name).inserted)
      if isTaken {
        result.append(
          PTXViolation("function '\(function.name)' is declared a second time", function: index))
      }
      let checker = FunctionChecker(
        function, index: index, variables: spaces, functions: Set(functions.map(\.name)),
        fileCount: files.count)
      result += checker.violations()
    }
    return result
  }

  private func unsupportedFeatures() -> [PTXViolation] {
    var result: [PTXViolation] = []
    if version < target.lowestVersion {
      result.append(
        PTXViolation("\(target) needs PTX \(target.lowestVersion), the module is \(version)"))
    }
    forEachRequirement { feature, requirement in
      if requirement.version > version {
        result.append(
          PTXViolation("'\(feature)' needs PTX \(requirement.version), the module is \(version)"))
      }
      if !target.supports(requirement.target) {
        result.append(
          PTXViolation("'\(feature)' needs \(requirement.target), the module is for \(target)"))
      }
    }
    return result
  }
}
