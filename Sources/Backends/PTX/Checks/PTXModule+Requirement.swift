extension PTXModule {
  /// The lowest version of PTX that has everything which the module uses, and its target.
  package var requiredVersion: PTXVersion {
    var version = target.lowestVersion
    forEachRequirement { _, requirement in version = max(version, requirement.version) }
    return version
  }

  /// Calls `body` with what the module uses beyond the basics, and with what that needs.
  func forEachRequirement(_ body: (String, Requirement) -> Void) {
    /// The numbers of the opcodes so far.
    var seen: Set<Int> = []
    for function in functions {
      function.directives.forEachRequirement(body)
      guard let content = function.body else { continue }
      if content.registers[.bits128] > 0 {
        body(".b128 registers", Requirement(version: PTXVersion(8, 3)))
      }
      for case .instruction(let instruction) in content.statements {
        if seen.insert(Int(instruction.opcode.number)).inserted {
          body(instruction.opcode.text, instruction.opcode.requirement)
        }
        for case .special(let register) in instruction.operands {
          body(register.rawValue, register.requirement)
        }
      }
    }
  }
}

extension PerformanceDirectives {
  fileprivate func forEachRequirement(_ body: (String, Requirement) -> Void) {
    let clusters = Requirement(version: PTXVersion(7, 8), target: PTXTarget(90))
    if isExplicitCluster { body(".explicitcluster", clusters) }
    if requiredCluster != nil { body(".reqnctapercluster", clusters) }
    if maximumClusterRank != nil { body(".maxclusterrank", clusters) }
  }
}
