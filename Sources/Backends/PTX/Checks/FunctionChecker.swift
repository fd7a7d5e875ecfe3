/// Finds the rules of PTX that one function breaks.
struct FunctionChecker {
  private let function: PTXFunction
  private let index: Int
  /// The state spaces of what the function can name.
  private let variables: [String: StateSpace]
  private let functions: Set<String>
  private let fileCount: Int
  private let labels: Set<Label>

  init(
    _ function: PTXFunction, index: Int, variables: [String: StateSpace], functions: Set<String>,
    fileCount: Int
  ) {
    self.function = function
    self.index = index
    var variables = variables
    for parameter in function.parameters + function.results { variables[parameter.name] = .param }
    for variable in function.body?.variables ?? [] { variables[variable.name] = variable.space }
    self.variables = variables
    self.functions = functions
    self.fileCount = fileCount
    labels = Set(
      (function.body?.statements ?? []).compactMap {
        if case .label(let label) = $0 { label } else { nil }
      })
  }

  func violations() -> [PTXViolation] {
    var result: [PTXViolation] = []
    let locals = (function.body?.variables ?? []).map(\.name)
    let names = (function.parameters + function.results).map(\.name) + locals
    if let twice = Dictionary(grouping: names, by: { $0 }).filter({ $1.count > 1 }).keys.min() {
      result.append(PTXViolation("'\(twice)' is declared a second time", function: index))
    }
    if function.kind == .entry, !function.results.isEmpty {
      result.append(PTXViolation("kernel '\(function.name)' returns a value", function: index))
    }
    if function.directives.requiredThreads != nil, function.directives.maximumThreads != nil {
      result.append(
        PTXViolation("'\(function.name)' has both '.reqntid' and '.maxntid'", function: index))
    }
    var rules: [PTXOpcode: [[OperandRule]]] = [:]
    var defined: Set<Label> = []
    for (number, statement) in (function.body?.statements ?? []).enumerated() {
      var message: String?
      switch statement {
      case .pragma: break
      case .label(let label):
        if !defined.insert(label).inserted { message = "label \(label) is defined a second time" }
      case .instruction(let instruction):
        let lists = rules[instruction.opcode] ?? instruction.opcode.operandLists
        rules[instruction.opcode] = lists
        message = fault(in: instruction, lists)
      }
      if let message {
        result.append(PTXViolation(message, function: index, statement: number))
      }
    }
    return result
  }

  /// What is wrong with `instruction`, whose opcode takes one of `lists`.
  private func fault(in instruction: Instruction, _ lists: [[OperandRule]]) -> String? {
    if let location = instruction.location, location.file >= fileCount {
      return "file \(location.file) is not one of the module's \(fileCount)"
    }
    if let predicate = instruction.condition?.predicate {
      if predicate.registerClass != .predicate {
        return "guard \(predicate) is not a predicate"
      }
      if let fault = fault(in: predicate) { return fault }
    }
    for operand in instruction.operands {
      if let fault = unknownName(in: operand) { return fault }
    }
    // The list that fits furthest has the fault that is worth telling.
    var best: (reach: Int, message: String)?
    for rules in lists {
      guard let (reach, message) = mismatch(of: instruction, with: rules) else { return nil }
      if reach > best?.reach ?? -1 { best = (reach, message) }
    }
    return best?.message
  }

  /// The first operand that is not what `rules` say, and what is wrong with it.
  private func mismatch(
    of instruction: Instruction, with rules: [OperandRule]
  ) -> (reach: Int, message: String)? {
    let (opcode, operands) = (instruction.opcode, instruction.operands)
    for (position, (operand, rule)) in zip(operands, rules).enumerated() {
      if !rule.admits(operand) || !addresses(operand, rule) {
        let found = operand.kindDescription
        return (
          position, "operand \(position + 1) of '\(opcode)' is \(found), expected \(rule)"
        )
      }
    }
    let fewest = rules.count { !$0.options.contains(.absence) }
    guard operands.count < fewest || operands.count > rules.count else { return nil }
    let expected = fewest == rules.count ? "\(fewest)" : "\(fewest) to \(rules.count)"
    return (
      min(operands.count, rules.count),
      "'\(opcode)' has \(operands.count) operands, expected \(expected)"
    )
  }

  /// Whether a variable that `operand` names lies where `rule` says.
  private func addresses(_ operand: Operand, _ rule: OperandRule) -> Bool {
    guard case .address(let address) = operand, case .address(let space) = rule.form,
      case .symbol(let name) = address.base, let found = variables[name]
    else { return true }
    return space.admitsVariable(in: found)
  }

  private func unknownName(in operand: Operand) -> String? {
    var message: String?
    operand.forEachRegister { message = message ?? fault(in: $0) }
    if let message { return message }
    switch operand {
    case .label(let label): return labels.contains(label) ? nil : "label \(label) is not defined"
    case .symbol(let name, _): return fault(inName: name)
    case .address(let address), .tensor(let address, _):
      if case .symbol(let name) = address.base { return fault(inName: name) }
    case .list(let elements), .vector(let elements):
      return elements.lazy.compactMap(unknownName).first
    default: break
    }
    return nil
  }

  private func fault(inName name: String) -> String? {
    variables[name] != nil || functions.contains(name) ? nil : "'\(name)' is not declared"
  }

  private func fault(in register: Register) -> String? {
    guard let registers = function.body?.registers, !registers.contains(register) else {
      return nil
    }
    let count = registers[register.registerClass]
    return "register \(register) is not one of the \(count) declared"
  }
}
