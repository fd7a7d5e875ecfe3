import PTX

extension Statement {
  /// The statement with other registers and labels.
  func renamed(
    _ register: (Register) -> Register, _ label: (Label) -> Label
  ) -> Statement {
    switch self {
    case .pragma: return self
    case .label(let own): return .label(label(own))
    case .instruction(var instruction):
      if let condition = instruction.condition {
        instruction.condition = Instruction.Guard(
          register(condition.predicate), isNegated: condition.isNegated)
      }
      instruction.operands = instruction.operands.map { $0.renamed(register, label) }
      return .instruction(instruction)
    }
  }
}

extension Operand {
  fileprivate func renamed(
    _ register: (Register) -> Register, _ label: (Label) -> Label
  ) -> Operand {
    switch self {
    case .register(let own): return .register(register(own))
    case .negated(let own): return .negated(register(own))
    case .label(let own): return .label(label(own))
    case .address(let address): return .address(address.renamed(register))
    case .vector(let parts): return .vector(parts.map { $0.renamed(register, label) })
    case .list(let parts): return .list(parts.map { $0.renamed(register, label) })
    case .pair(let first, let second):
      return .pair(first.map(register), second.map(register))
    case .tensor(let map, let coordinates):
      return .tensor(
        map.renamed(register), coordinates: coordinates.map { $0.renamed(register, label) })
    case .integer, .float32, .float64, .special, .symbol, .sink: return self
    }
  }
}

extension Address {
  fileprivate func renamed(_ register: (Register) -> Register) -> Address {
    guard case .register(let own) = base else { return self }
    return Address(register(own), offset: offset)
  }
}
