import IR
import PTX
import Support

extension KernelLowering {
  /// Writes a loop over integers.
  ///
  ///     i = lower; x = init; if (i >= upper) goto end
  ///     body: ...; i += step; x = next; if (i < upper) goto body
  ///     end:
  ///
  /// Numbers of 16 bits are carried two to a register, see `paired`.
  mutating func lowerFor(_ op: OpID) throws(Diagnostic) {
    let loop = For(reading: op, of: module)
    guard let body = module.firstBlock(of: module.region(0, of: op)) else { return }
    let bits = module.type(of: loop.lower).element?.bitWidth ?? 32
    let sign = module.attribute("unsignedCmp", of: op) == nil ? "s" : "u"
    let bound = register(of: loop.upper)
    let step = register(of: loop.step)
    let index = builder.makeRegister(register(of: loop.lower).registerClass)
    let forms = loop.initialValues.map { CarriedForm(registers(of: $0)) }
    let initial = loop.initialValues.map { paired(registers(of: $0)) }
    let carried = initial.map { freshRegisters(like: $0) }

    move(
      [register(of: loop.lower)] + initial.flatMap { $0 }, to: [index] + carried.flatMap { $0 })
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    branch(to: end, unless: index, isBelow: bound, type: "\(sign)\(bits)")
    builder.place(start)
    let arguments = zip(carried, forms).map { single($0, $1) }
    let next = try inlineBlock(body, arguments: [[index]] + arguments)
    builder.location = location(of: op)
    move(next.flatMap { paired($0) }, to: carried.flatMap { $0 })
    builder.emit("add.s\(bits)", .register(index), .register(index), .register(step))
    builder.forgetComputed()
    let goesOn = builder.compute(
      "setp.lt.\(sign)\(bits)", .predicate, .register(index), .register(bound))
    builder.branch(to: start, if: goesOn)
    builder.place(end)
    for (position, result) in module.results(of: op).enumerated() {
      values[result] = single(carried[position], forms[position])
    }
  }

  /// Writes a loop that asks before each round.
  mutating func lowerWhile(_ op: OpID) throws(Diagnostic) {
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let after = module.firstBlock(of: module.region(1, of: op))
    else { return }
    let forms = module.operands(of: op).map { CarriedForm(registers(of: $0)) }
    let initial = module.operands(of: op).map { paired(registers(of: $0)) }
    let carried = initial.map { freshRegisters(like: $0) }
    move(initial.flatMap { $0 }, to: carried.flatMap { $0 })
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    builder.place(start)
    let arguments = zip(carried, forms).map { single($0, $1) }
    let passed = try inlineBlock(before, arguments: arguments)
    // What goes on stands in registers of its own, so that it is the same wherever the loop ends.
    let results = passed.dropFirst().map { freshRegisters(like: $0) }
    move(passed.dropFirst().flatMap { $0 }, to: results.flatMap { $0 })
    builder.branch(to: end, if: passed[0][0], isNegated: true)
    let next = try inlineBlock(after, arguments: results)
    move(next.flatMap { paired($0) }, to: carried.flatMap { $0 })
    builder.branch(to: start)
    builder.place(end)
    for (result, registers) in zip(module.results(of: op), results) { values[result] = registers }
  }

  /// Writes a choice between two regions.
  mutating func lowerIf(_ op: OpID) throws(Diagnostic) {
    let condition = register(of: module.operand(0, of: op))
    let blocks = module.regions(of: op).map { module.firstBlock(of: $0) }
    let (otherwise, end) = (builder.makeLabel(), builder.makeLabel())
    let hasElse = blocks.count > 1 && blocks[1] != nil
    builder.branch(to: hasElse ? otherwise : end, if: condition, isNegated: true)
    var results: [[Register]] = []
    if let block = blocks[0] {
      let yielded = try inlineBlock(block, arguments: [])
      results = yielded.map { freshRegisters(like: $0) }
      move(yielded.flatMap { $0 }, to: results.flatMap { $0 })
    }
    if hasElse, let block = blocks[1] {
      builder.branch(to: end)
      builder.place(otherwise)
      let yielded = try inlineBlock(block, arguments: [])
      move(yielded.flatMap { $0 }, to: results.flatMap { $0 })
    }
    builder.place(end)
    for (result, registers) in zip(module.results(of: op), results) { values[result] = registers }
  }

  /// What a loop carries for a value in `registers`: numbers of 16 bits two to a register.
  ///
  /// So they are loaded, and the assembler moves halves into registers in an order of its own, for
  /// which it waits for memory in the round before the one that uses them.
  private mutating func paired(_ registers: [Register]) -> [Register] {
    guard CarriedForm(registers).isPaired else { return registers }
    return stride(from: 0, to: registers.count, by: 2).map { start in
      let upper = start + 1 < registers.count ? registers[start + 1] : integer(0, .bits16)
      return joined([registers[start], upper], elementBits: 16)
    }
  }

  /// The registers of a value that a loop carries in `registers`.
  private mutating func single(_ registers: [Register], _ form: CarriedForm) -> [Register] {
    guard form.isPaired else { return registers }
    return Array(registers.flatMap { separated($0, elementBits: 16, count: 2) }.prefix(form.count))
  }

  /// Registers of the classes of `registers`. One that repeats in the list repeats here.
  mutating func freshRegisters(like registers: [Register]) -> [Register] {
    registers.map { builder.makeRegister($0.registerClass) }
  }

  private mutating func branch(
    to label: Label, unless index: Register, isBelow bound: Register, type: String
  ) {
    builder.forgetComputed()
    let isDone = builder.compute(
      "setp.ge.\(type)", .predicate, .register(index), .register(bound))
    builder.branch(to: label, if: isDone)
  }
}

/// How a value lies in registers that is carried around a loop.
private struct CarriedForm {
  /// How many registers hold it inside of the loop.
  let count: Int
  /// Whether two of them are carried in one.
  let isPaired: Bool

  init(_ registers: [Register]) {
    count = registers.count
    isPaired = registers.first?.registerClass == .bits16
  }
}
