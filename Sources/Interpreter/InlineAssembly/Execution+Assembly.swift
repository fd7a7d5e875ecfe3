import IR
import Support

extension Execution {
  /// Runs the instructions for each group of elements.
  func runAssembly(
    _ instruction: Instruction, _ call: InlineAssemblyCall
  ) throws(Diagnostic) {
    let sources = instruction.operands.map { tile($0) }
    let count = call.shape.count
    var results = call.outputs.map { _ in [UInt64](repeating: 0, count: count) }
    let outputCount = call.outputs.reduce(0) {
      $0 + InlineAssemblyCall.registerCount($1, pack: call.pack)
    }
    for first in stride(from: 0, to: count, by: call.pack) {
      var registers: [String: UInt64] = [:]
      var number = outputCount
      for (source, element) in zip(sources, call.inputs) {
        for bits in packed(source, element, first: first, pack: call.pack) {
          registers["$\(number)"] = bits
          if let output = call.ties[number - outputCount] { registers["$\(output)"] = bits }
          number += 1
        }
      }
      for statement in call.program.statements {
        try run(statement, &registers, instruction.op, call.shape, first)
      }
      number = 0
      for (output, element) in call.outputs.enumerated() {
        let perRegister = InlineAssemblyCall.elementsPerRegister(element)
        for offset in 0..<call.pack {
          let bits = registers["$\(number + offset / perRegister)"] ?? 0
          let shift = UInt64(offset % perRegister * max(8, element.bitWidth))
          results[output][first + offset] = (bits >> shift).truncated(to: element.bitWidth)
        }
        number += InlineAssemblyCall.registerCount(element, pack: call.pack)
      }
    }
    for (offset, result) in results.enumerated() {
      set(instruction.result + offset, TileValue(result))
    }
  }

  /// The registers that hold `pack` elements from `first` on.
  private func packed(
    _ source: TileValue, _ element: ElementType, first: Int, pack: Int
  ) -> [UInt64] {
    let perRegister = InlineAssemblyCall.elementsPerRegister(element)
    var registers = [UInt64](
      repeating: 0, count: InlineAssemblyCall.registerCount(element, pack: pack))
    for offset in 0..<pack {
      let shift = UInt64(offset % perRegister * max(8, element.bitWidth))
      registers[offset / perRegister] |= source[first + offset] << shift
    }
    return registers
  }

  private func run(
    _ statement: AssemblyStatement, _ registers: inout [String: UInt64], _ op: OpID,
    _ shape: Shape, _ index: Int
  ) throws(Diagnostic) {
    if let name = statement.guardRegister {
      let holds = try value(.register(name), registers, op) & 1 != 0
      if holds == statement.isGuardNegated { return }
    }
    let operands = statement.operands
    switch statement.instruction.kind {
    case .compute(let body):
      let inputs = try values(operands.dropFirst(), registers, op)
      assign(body(inputs), to: operands[0], &registers, width: 64)
    case .setPredicates(let count, let body):
      let bits = body(try values(operands.dropFirst(count), registers, op))
      for lane in 0..<count {
        assign(bits >> UInt64(lane) & 1, to: operands[lane], &registers, width: 1)
      }
    case .move(let width):
      let bits = try value(operands[1], registers, op, width: width)
      assign(bits, to: operands[0], &registers, width: width)
    case .orderLaunches: break
    case .load(let type):
      let access = try access("inline load", type, operands[1], registers, op, shape)
      guard let place = try locate(access, 0) else {
        return assign(0, to: operands[0], &registers, width: 64)
      }
      noteRead(access, index, place)
      let bits = memory.read(place, width: access.width)
      let extended =
        type.isSigned
        ? UInt64(bitPattern: bits.signExtended(from: type.width)) : bits
      assign(extended, to: operands[0], &registers, width: 64)
    case .store(let type):
      let access = try access("inline store", type, operands[0], registers, op, shape)
      guard let place = try locate(access, 0) else { return }
      noteWrite(access, index, place, isAtomic: false)
      let bits = try value(operands[1], registers, op)
      memory.write(bits, to: place, width: access.width)
    }
  }

  /// The access of one element of `type` at the address that `operand` names.
  private func access(
    _ name: String, _ type: AssemblyType, _ operand: AssemblyOperand,
    _ registers: [String: UInt64], _ op: OpID, _ shape: Shape
  ) throws(Diagnostic) -> ElementAccess {
    guard case .memory(let base, let offset) = operand,
      let element = ScalarType.integer(bitWidth: type.totalWidth)
    else { throw failure("inline assembly: an address such as [$1] is expected", at: op) }
    let address = try value(.register(base), registers, op) &+ UInt64(bitPattern: offset)
    return ElementAccess(
      name: name, op: op, element: .scalar(element), shape: shape, addresses: .uniform(address),
      mask: nil, marks: nil)
  }

  private func values(
    _ operands: ArraySlice<AssemblyOperand>, _ registers: [String: UInt64], _ op: OpID
  ) throws(Diagnostic) -> [UInt64] {
    var result: [UInt64] = []
    for operand in operands { result.append(try value(operand, registers, op)) }
    return result
  }

  /// - Parameter width: how many bits the parts of a vector have together.
  private func value(
    _ operand: AssemblyOperand, _ registers: [String: UInt64], _ op: OpID, width: Int = 64
  ) throws(Diagnostic) -> UInt64 {
    switch operand {
    case .immediate(let bits): return bits
    case .register(let name):
      if let bits = registers[name] { return bits }
      if name.hasPrefix("%"), let bits = specialRegister(name) { return bits }
      throw failure("inline assembly: register '\(name)' is read before it is written", at: op)
    case .vector(let parts):
      let partWidth = width / parts.count
      var bits: UInt64 = 0
      for (position, part) in parts.enumerated() {
        let value = try value(part, registers, op)
        bits |= value.truncated(to: partWidth) << UInt64(position * partWidth)
      }
      return bits
    case .memory: throw failure("inline assembly: an address stands where a value must", at: op)
    }
  }

  private func assign(
    _ bits: UInt64, to operand: AssemblyOperand, _ registers: inout [String: UInt64], width: Int
  ) {
    switch operand {
    case .register(let name): registers[name] = bits.truncated(to: width)
    case .vector(let parts):
      let partWidth = width / parts.count
      for (position, part) in parts.enumerated() {
        assign(bits >> UInt64(position * partWidth), to: part, &registers, width: partWidth)
      }
    case .immediate, .memory: break
    }
  }

  /// What a register of the machine holds: one processor, one thread, the program's place. Clocks
  /// count the operations that the program has executed.
  private func specialRegister(_ name: String) -> UInt64? {
    switch name {
    case "%smid", "%laneid", "%warpid", "%tid.x", "%tid.y", "%tid.z": 0
    case "%clock", "%clock64", "%globaltimer": UInt64(interpreter.stepLimit - stepsLeft)
    case "%nsmid", "%ntid.x", "%ntid.y", "%ntid.z": 1
    case "%ctaid.x": UInt64(program.x)
    case "%ctaid.y": UInt64(program.y)
    case "%ctaid.z": UInt64(program.z)
    case "%nctaid.x": UInt64(grid.x)
    case "%nctaid.y": UInt64(grid.y)
    case "%nctaid.z": UInt64(grid.z)
    default: nil
    }
  }
}
