import PTX

/// Instructions for an opcode, made from the operands that the table says it takes.
enum OpcodeExamples {
  /// How many registers of each class the examples name; most are for a product of 64 by 256.
  static let registerCount = 160

  /// For every list of operands an instruction on registers alone and, where that differs, one
  /// with every operand that may be absent and constants wherever they may stand.
  static func instructions(for opcode: PTXOpcode) -> [Instruction] {
    opcode.operandLists.flatMap { rules in
      let plain = instruction(opcode, rules, isFull: false)
      let full = instruction(opcode, rules, isFull: true)
      return plain == full ? [plain] : [plain, full]
    }
  }

  private static func instruction(
    _ opcode: PTXOpcode, _ rules: [OperandRule], isFull: Bool
  ) -> Instruction {
    var operands: [Operand] = []
    for (position, rule) in rules.enumerated() {
      if rule.options.contains(.absence), !isFull { continue }
      operands.append(
        operand(
          opcode, rule, at: position, constant: isFull ? constant(opcode, position) : nil))
    }
    if let name = operands.firstIndex(of: .symbol("callee")) {
      operands[name] = .symbol(callee(results: name, arguments: operands.count - name - 1))
    }
    // What follows in the same function must be within reach.
    let condition = opcode.isTerminator ? Instruction.Guard(Register(.predicate, 7)) : nil
    return Instruction(opcode, operands, if: condition)
  }

  /// The function that takes and returns so many values.
  static func callee(results: Int, arguments: Int) -> String { "callee\(results)\(arguments)" }

  /// A constant that has a meaning at that place: a size in bytes, a number of threads, a one.
  private static func constant(_ opcode: PTXOpcode, _ position: Int) -> Int64 {
    switch opcode.root {
    case "cp": 16
    // A barrier's number comes before the threads that it is for.
    case "bar", "barrier": position > (opcode.modifiers.contains("red") ? 1 : 0) ? 64 : 1
    default: 1
    }
  }

  private static func operand(
    _ opcode: PTXOpcode, _ rule: OperandRule, at position: Int, constant: Int64?
  ) -> Operand {
    switch rule.form {
    case .value(let type):
      if constant != nil, rule.options.contains(.sink) { return .sink }
      if constant != nil, rule.options.contains(.negation) {
        return .negated(register(type, position))
      }
      if let constant, rule.acceptsConstant { return value(constant, of: type) }
      return .register(register(type, position))
    case .vector(let type, let count):
      let first = rule.access == .source ? 130 + position * 4 : 0
      return .vector((0..<count).map { register(type, first + $0) })
    case .pair(let type, let isSecondRequired):
      guard isSecondRequired || constant != nil else { return .register(register(type, position)) }
      let first = rule.options.contains(.sink) && constant != nil ? nil : register(type, position)
      return .pair(first, Register(.predicate, 6))
    case .address(.param):
      let name = opcode.root == "st" ? "outgoing" : "parameter"
      return .address(name, offset: constant == nil ? 0 : 16)
    case .address(.shared), .address(.sharedBlock), .address(.sharedCluster):
      return .address(Register(.bits32, 20 + position), offset: constant == nil ? 0 : 16)
    case .address: return .address(Register(.bits64, 20 + position))
    case .tensor(let rank):
      return .tensor(
        Address(Register(.bits64, 20)),
        coordinates: (0..<rank).map { .register(Register(.bits32, 40 + $0)) })
    case .immediate(let values):
      return .integer(Int64(values[constant == nil ? 0 : values.count - 1]))
    case .label: return .label(Label(0))
    case .function: return .symbol("callee")
    case .list: return .list([.symbol(rule.access == .source ? "argument" : "returned")])
    case .unavailable: return .sink
    }
  }

  private static func register(_ type: PTXType, _ index: Int) -> Register {
    Register(type.registerClass, index)
  }

  private static func value(_ constant: Int64, of type: PTXType) -> Operand {
    switch type {
    case .f32: .float(Float(1))
    case .f64: .float(Double(1))
    default: .integer(constant)
    }
  }
}
