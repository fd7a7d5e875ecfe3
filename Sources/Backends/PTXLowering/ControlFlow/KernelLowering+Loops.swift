import IR
import PTX
import Support

extension KernelLowering {
  /// Writes a loop over integers.
  ///
  ///     i = lower; x = init; if (i >= upper) goto end
  ///     body: ...; i += step; x = next; if (i < upper) goto body
  ///     end:
  mutating func lowerFor(_ op: OpID) throws(Diagnostic) {
    let loop = For(reading: op, of: module)
    guard let body = module.firstBlock(of: module.region(0, of: op)) else { return }
    let bits = module.type(of: loop.lower).element?.bitWidth ?? 32
    let sign = module.attribute("unsignedCmp", of: op) == nil ? "s" : "u"
    let bound = register(of: loop.upper)
    let step = register(of: loop.step)
    let index = builder.makeRegister(register(of: loop.lower).registerClass)
    let carried = loop.initialValues.map { freshRegisters(like: registers(of: $0)) }

    move(
      [register(of: loop.lower)] + loop.initialValues.flatMap { registers(of: $0) },
      to: [index] + carried.flatMap { $0 })
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    branch(to: end, unless: index, isBelow: bound, type: "\(sign)\(bits)")
    builder.place(start)
    let next = try inlineBlock(body, arguments: [[index]] + carried)
    builder.location = location(of: op)
    move(next.flatMap { $0 }, to: carried.flatMap { $0 })
    builder.emit("add.s\(bits)", .register(index), .register(index), .register(step))
    builder.forgetComputed()
    let goesOn = builder.compute(
      "setp.lt.\(sign)\(bits)", .predicate, .register(index), .register(bound))
    builder.branch(to: start, if: goesOn)
    builder.place(end)
    for (result, registers) in zip(module.results(of: op), carried) { values[result] = registers }
  }

  /// Writes a loop that asks before each round.
  mutating func lowerWhile(_ op: OpID) throws(Diagnostic) {
    guard let before = module.firstBlock(of: module.region(0, of: op)),
      let after = module.firstBlock(of: module.region(1, of: op))
    else { return }
    let initial = module.operands(of: op).map { registers(of: $0) }
    let carried = initial.map { freshRegisters(like: $0) }
    move(initial.flatMap { $0 }, to: carried.flatMap { $0 })
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    builder.place(start)
    let passed = try inlineBlock(before, arguments: carried)
    // What goes on stands in registers of its own, so that it is the same wherever the loop ends.
    let results = passed.dropFirst().map { freshRegisters(like: $0) }
    move(passed.dropFirst().flatMap { $0 }, to: results.flatMap { $0 })
    builder.branch(to: end, if: passed[0][0], isNegated: true)
    let next = try inlineBlock(after, arguments: results)
    move(next.flatMap { $0 }, to: carried.flatMap { $0 })
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
