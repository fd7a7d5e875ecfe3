import IR
import Layouts
import PTX
import Support

/// `tt.elementwise_inline_asm`: the user's instructions become instructions of the kernel, once for
/// each group of elements that shares registers.
extension KernelLowering {
  /// Writes the instructions of `op` for all elements.
  mutating func lowerInlineAssembly(_ op: OpID) throws(Diagnostic) {
    let call = InlineAssembly(reading: op, of: module)
    let assembly: InlinedAssembly
    do {
      assembly = try InlinedAssembly(
        call.assembly, constraints: call.constraints, target: options.target)
    } catch {
      throw cannotLower(op, "inline assembly: \(error.message)")
    }
    try check(assembly, op)
    let results = module.results(of: op)
    let layout = layouts[module.result(0, of: op)]
    let pack = max(1, min(call.packedElements, call.types[0].shape.count))
    // Where neighbours are in different threads, what one thread holds goes together: instructions
    // that work on each element by itself do the same.
    let groups =
      rowMajorGroups(of: layout, count: pack) ?? registerGroups(of: layout, count: pack)
    let inputs = call.arguments.compactMap { module.type(of: $0).element }
    let outputs = call.types.compactMap(\.element)
    let sources = call.arguments.map { registers(of: $0) }
    guard
      assembly.inputs.count == inputs.reduce(0, { $0 + $1.assemblyRegisterCount(pack) }),
      assembly.outputs.count == outputs.reduce(0, { $0 + $1.assemblyRegisterCount(pack) })
    else { throw cannotLower(op, "constraints '\(call.constraints)' do not fit the operands") }

    var found = results.map { _ in [Int: Register]() }
    for group in groups {
      var arguments: [Register] = []
      for (source, element) in zip(sources, inputs) {
        arguments += assemblyRegisters(group.map { source[$0] }, element, pack)
      }
      var passed = inlined(assembly, arguments)[...]
      for (position, element) in outputs.enumerated() {
        let count = element.assemblyRegisterCount(pack)
        let elements = assemblyElements(Array(passed.prefix(count)), element, pack)
        passed = passed.dropFirst(count)
        for (index, register) in zip(group, elements) { found[position][index] = register }
      }
    }
    for (result, elements) in zip(results, found) {
      values[result] = ungrouped(elements, of: layout)
    }
  }

  /// - Throws: an instruction that the target does not have.
  private func check(_ assembly: InlinedAssembly, _ op: OpID) throws(Diagnostic) {
    for case .instruction(let instruction) in assembly.statements {
      let needed = instruction.opcode.requirement.target
      guard options.target.supports(needed) else {
        throw cannotLower(
          op, "inline assembly: '\(instruction.opcode)' needs \(needed)")
      }
    }
  }

  /// The registers of a tile in groups of `count`, the last filled up by repeating one.
  private func registerGroups(of layout: LinearLayout?, count: Int) -> [[Int]] {
    let all = rowMajorGroups(of: layout, count: 1)?.flatMap { $0 } ?? [0]
    return stride(from: 0, to: all.count, by: count).map { start in
      (0..<count).map { all[min(start + $0, all.count - 1)] }
    }
  }

  /// Writes the instructions with registers and labels of their own.
  ///
  /// - Returns: the registers of the outputs.
  private mutating func inlined(
    _ assembly: InlinedAssembly, _ arguments: [Register]
  ) -> [Register] {
    var registers: [Register: Register] = [:]
    for output in assembly.outputs {
      registers[output] = builder.makeRegister(output.registerClass)
    }
    for (position, input) in assembly.inputs.enumerated() {
      let value = reinterpreted(arguments[position], as: input.registerClass)
      // The instructions may change what they are given, so they get a copy.
      let copy =
        assembly.ties[position].flatMap { registers[assembly.outputs[$0]] }
        ?? builder.makeRegister(input.registerClass)
      move(value, to: copy)
      registers[input] = copy
    }
    var labels: [Label: Label] = [:]
    for statement in assembly.statements {
      let renamed = statement.renamed(
        { register in
          if let known = registers[register] { return known }
          let made = builder.makeRegister(register.registerClass)
          registers[register] = made
          return made
        },
        { label in
          if let known = labels[label] { return known }
          let made = builder.makeLabel()
          labels[label] = made
          return made
        })
      if !appendBytes(renamed) { builder.append(renamed) }
    }
    builder.forgetComputed()
    return assembly.outputs.compactMap { registers[$0] }
  }

  /// Writes a move between a register and its four bytes, which stand in registers of 16 bits here.
  ///
  /// - Returns: whether `statement` is one.
  private mutating func appendBytes(_ statement: Statement) -> Bool {
    guard case .instruction(let move) = statement, move.opcode == "mov.b32",
      move.operands.count == 2
    else { return false }
    builder.condition = move.condition
    defer { builder.condition = nil }
    switch (move.operands[0], move.operands[1]) {
    case (.vector(let bytes), let source) where bytes.count == 4:
      let halves = [builder.makeRegister(.bits16), builder.makeRegister(.bits16)]
      builder.emit("mov.b32", .vector(halves), source)
      for (position, byte) in bytes.enumerated() {
        builder.emit(
          "shr.u16", byte, .register(halves[position / 2]), .integer(position % 2 == 0 ? 0 : 8))
      }
    case (let target, .vector(let bytes)) where bytes.count == 4:
      let halves = [0, 2].map { start in
        let (low, high) = (builder.makeRegister(.bits16), builder.makeRegister(.bits16))
        builder.emit("and.b16", .register(low), bytes[start], .integer(0xFF))
        builder.emit("shl.b16", .register(high), bytes[start + 1], .integer(8))
        builder.emit("or.b16", .register(low), .register(low), .register(high))
        return low
      }
      builder.emit("mov.b32", target, .vector(halves))
    default: return false
    }
    return true
  }

  /// The registers in which an assembly takes elements: those of fewer than 32 bits side by side.
  private mutating func assemblyRegisters(
    _ elements: [Register], _ element: ElementType, _ pack: Int
  ) -> [Register] {
    let bits = max(8, element.bitWidth)
    let perRegister = element.assemblyElementsPerRegister
    if perRegister == 1 { return elements }
    let stored = elements.map {
      extended(toMemory($0, element), from: bits, to: 16, isSigned: false)
    }
    return stride(from: 0, to: pack, by: perRegister).map { start in
      var parts = Array(stored[start..<min(start + perRegister, pack)])
      if parts.count == 1 { return parts[0] }
      while parts.count < perRegister { parts.append(integer(0, .bits16)) }
      return joined(parts, elementBits: bits)
    }
  }

  /// The elements out of the registers that an assembly leaves them in.
  private mutating func assemblyElements(
    _ registers: [Register], _ element: ElementType, _ pack: Int
  ) -> [Register] {
    let bits = max(8, element.bitWidth)
    let perRegister = element.assemblyElementsPerRegister
    if perRegister == 1 {
      return registers.map { reinterpreted($0, as: element.registerClass) }
    }
    var result: [Register] = []
    for register in registers {
      let whole = reinterpreted(register, as: .bits32)
      result += separated(whole, elementBits: bits, count: perRegister)
    }
    return result.prefix(pack).map { part in
      element.bitWidth == 1 ? truncated(part, from: 16, to: 1) : part
    }
  }

  /// The bits of `value` in a register of another class, without those that it has no room for.
  private mutating func reinterpreted(
    _ value: Register, as registerClass: RegisterClass
  ) -> Register {
    if value.registerClass == registerClass { return value }
    let (from, to) = (value.registerClass.bitWidth, registerClass.bitWidth)
    if registerClass == .predicate { return truncated(value, from: from, to: 1) }
    if value.registerClass == .predicate {
      return extended(value, from: 1, to: to, isSigned: false)
    }
    var bits = value
    if value.registerClass == .float32 || value.registerClass == .float64 {
      bits = builder.compute("mov.b\(from)", .integers(of: from), .register(value))
    }
    if from != to {
      bits = builder.compute("cvt.u\(to).u\(from)", .integers(of: to), .register(bits))
    }
    return bits.registerClass == registerClass
      ? bits : builder.compute("mov.b\(to)", registerClass, .register(bits))
  }
}

extension ElementType {
  /// How many elements share a register of an assembly.
  fileprivate var assemblyElementsPerRegister: Int { max(1, 32 / max(8, bitWidth)) }

  /// How many registers of an assembly `pack` elements take.
  fileprivate func assemblyRegisterCount(_ pack: Int) -> Int {
    (pack + assemblyElementsPerRegister - 1) / assemblyElementsPerRegister
  }
}
