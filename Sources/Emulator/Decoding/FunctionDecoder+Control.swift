import PTX
import Support

extension FunctionDecoder {
  mutating func decodeControl(_ root: String) throws(Diagnostic) -> DecodedInstruction {
    switch root {
    case "bra": return DecodedInstruction(.control(.branch))
    case "ret": return DecodedInstruction(.control(function.kind == .entry ? .exit : .ret))
    case "exit": return DecodedInstruction(.control(.exit))
    case "trap": return DecodedInstruction(.control(.trap))
    default: return try decodeCall()
    }
  }

  /// `call (results), name, (arguments)`.
  private mutating func decodeCall() throws(Diagnostic) -> DecodedInstruction {
    guard let name = Self.callee(of: instruction) else { throw notEmulated() }
    var lists: [[String]] = []
    var resultNames: [String] = []
    var sawName = false
    for operand in instruction.operands {
      switch operand {
      case .symbol: sawName = true
      case .list(let elements):
        var names: [String] = []
        for element in elements {
          guard case .symbol(let name, offset: 0) = element, info.offsets[name] != nil else {
            throw notEmulated("arguments that are not parameters of the body")
          }
          names.append(name)
        }
        if sawName { lists.append(names) } else { resultNames = names }
      default: throw notEmulated("a call through a register")
      }
    }
    let argumentNames = lists.first ?? []
    var decoded = DecodedInstruction(.control(.call))
    decoded.extra = Int32(program.calls.count)
    if program.functions[name] == nil {
      switch name {
      case "vprintf" where argumentNames.count == 2: decoded.operation = .control(.callPrint)
      case "__assertfail" where argumentNames.count == 5:
        decoded.operation = .control(.callAssert)
      default: throw notEmulated("'\(name)' is not defined in this module")
      }
      program.calls.append(
        EmulatedProgram.Call(
          target: -1, arguments: [], results: [], locals: 0..<0, registers: [],
          external: (argumentNames + resultNames).compactMap { info.offsets[$0] }))
      return decoded
    }
    guard let callee = program.functions[name],
      let declaration = program.module.functions.first(where: { $0.name == name && $0.body != nil })
    else { throw notEmulated() }
    program.calls.append(
      EmulatedProgram.Call(
        target: callee.start,
        arguments: try copies(argumentNames, declaration.parameters, callee, isResult: false),
        results: try copies(resultNames, declaration.results, callee, isResult: true),
        locals: callee.locals, registers: [], external: [],
        frame: callee.isRecursive ? frame(of: declaration, callee) : nil))
    decoded.value = Int64(callee.start)
    return decoded
  }

  /// What a function that may run again before it ends has to keep for each lane.
  private func frame(
    of function: PTXFunction, _ info: ProgramDecoder.FunctionInfo
  ) -> EmulatedProgram.Frame {
    var frame = EmulatedProgram.Frame()
    for registerClass in RegisterClass.allCases {
      let count = function.body?.registers[registerClass] ?? 0
      let base = info.bases[registerClass] ?? 0
      for index in 0..<Int32(count) {
        let place = base + index * RegisterFile.stride(registerClass)
        switch registerClass {
        case .predicate: frame.predicates.append(place)
        case .bits16, .bits32, .float32: frame.narrow.append(place)
        case .bits64, .float64: frame.wide.append(place)
        case .bits128: frame.wide += [place, place + 256]
        }
      }
    }
    return frame
  }

  private func copies(
    _ names: [String], _ parameters: [Parameter], _ callee: ProgramDecoder.FunctionInfo,
    isResult: Bool
  ) throws(Diagnostic) -> [EmulatedProgram.ParameterCopy] {
    guard names.count == parameters.count else {
      throw error("a call passes \(names.count) values where \(parameters.count) are expected")
    }
    return zip(names, parameters).map { name, parameter in
      let (outside, inside) = (info.offsets[name] ?? 0, callee.offsets[parameter.name] ?? 0)
      return EmulatedProgram.ParameterCopy(
        from: isResult ? inside : outside, to: isResult ? outside : inside,
        byteCount: parameter.byteCount)
    }
  }

  mutating func decodeBarrier(_ root: String) throws(Diagnostic) -> DecodedInstruction {
    if has("cluster") { throw notEmulated() }
    if has("warp") {
      var decoded = DecodedInstruction(.warp(.sync))
      try setSource(&decoded, 2, try operand(0), as: .b32)
      return decoded
    }
    let isReduction = has("red")
    let operation: BarrierOperation =
      has("arrive")
      ? .arrive
      : !isReduction ? .sync : has("popc") ? .reducePopulation : has("and") ? .reduceAnd : .reduceOr
    var decoded = DecodedInstruction(.barrier(operation))
    if root == "bar" || has("aligned") { decoded.modifiers.insert(.aligned) }
    var operands = instruction.operands[...]
    if isReduction {
      if operation == .reducePopulation {
        try setResult(&decoded, operands.removeFirst())
      } else {
        decoded.result = try predicateResult(operands.removeFirst())
      }
      decoded.extra = try predicate(operands.removeLast())
    }
    guard let number = operands.first else { throw error("a barrier has no number") }
    try setSource(&decoded, 0, number, as: .b32)
    // -1: all threads of the block.
    decoded.value = -1
    if operands.count > 1 {
      decoded.value = 0
      try setSource(&decoded, 1, operands[operands.startIndex + 1], as: .b32)
    }
    return decoded
  }
}
