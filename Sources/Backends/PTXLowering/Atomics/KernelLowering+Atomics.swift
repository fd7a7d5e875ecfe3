import IR
import Layouts
import PTX
import Support

/// Atomic updates of global memory: of the threads that hold an element, one acts, and tells the
/// others what it found.
extension KernelLowering {
  /// Writes an update: `red` if nobody asks what was there before, `atom` otherwise.
  mutating func lowerAtomicUpdate(_ op: OpID) throws(Diagnostic) {
    let update = AtomicRMW(reading: op, of: module)
    guard let element = update.type.element else { throw cannotLower(op) }
    let isResultUsed = module.isUsed(module.result(of: op))
    let values = registers(of: update.value)
    let masks = update.mask.map { registers(of: $0) }
    let words = update.operation.words(for: element)
    let isLoop =
      update.operation == .addFloat && element.scalar == .bf16
      && !options.target.supports(PTXTarget(90))
    let isReduction = !isResultUsed && update.operation != .exchange && !isLoop
    // What reads nothing acquires nothing.
    let ordering = isReduction ? update.ordering.withoutAcquire : update.ordering
    let prefix =
      "\(isReduction ? "red" : "atom").\(ordering.keyword).\(update.scope.keyword).global"
    try lowerAtomic(
      op, update.pointer, element, ordering, isResultUsed: isResultUsed
    ) { lowering, index, address, found, actor in
      let condition = lowering.and(masks.map { $0[index] }, actor)
      if isLoop {
        return lowering.addInLoop(
          to: address, values[index], found, condition, ordering, update.scope)
      }
      lowering.builder.condition = condition.map { Instruction.Guard($0) }
      let operands: [Operand] =
        isReduction
        ? [.address(address), .register(values[index])]
        : [.register(found), .address(address), .register(values[index])]
      lowering.builder.emit("\(prefix).\(words)", operands)
      lowering.builder.condition = nil
    }
  }

  /// Writes a comparison with the bits in memory that stores where they are equal.
  mutating func lowerCompareAndSwap(_ op: OpID) throws(Diagnostic) {
    let swap = AtomicCAS(reading: op, of: module)
    guard let element = swap.type.element else { throw cannotLower(op) }
    let expected = registers(of: swap.expected)
    let values = registers(of: swap.value)
    let text =
      "atom.\(swap.ordering.keyword).\(swap.scope.keyword).global.cas.b\(element.byteWidth * 8)"
    let isResultUsed = module.isUsed(module.result(of: op))
    try lowerAtomic(
      op, swap.pointer, element, swap.ordering, isResultUsed: isResultUsed
    ) { lowering, index, address, found, actor in
      lowering.builder.condition = actor.map { Instruction.Guard($0) }
      lowering.builder.emit(
        text, .register(found), .address(address), .register(expected[index]),
        .register(values[index]))
      lowering.builder.condition = nil
    }
  }

  /// Writes `act` for each element that a thread answers for, and gives the result of `op` to all
  /// threads that hold it.
  ///
  /// What the other threads of the program did before is done before a release, and what they do
  /// afterwards comes after an acquire.
  private mutating func lowerAtomic(
    _ op: OpID, _ pointer: ValueID, _ element: ElementType, _ ordering: MemoryOrdering,
    isResultUsed: Bool,
    _ act: (inout KernelLowering, Int, Address, Register, Register?) -> Void
  ) throws(Diagnostic) {
    guard !builder.isDivergent else { throw cannotLower(op, "it stands in a tt.map_elementwise") }
    let addresses = addresses(of: pointer)
    let layout = layouts[pointer]
    let actor = layout.map { isResponsible(for: $0) } ?? isFirstThread()
    let registerClass = element.registerClass
    if ordering.releases { builder.emit("bar.sync", .integer(0)) }
    var found: [Register] = []
    for (index, address) in addresses.enumerated() {
      if let first = layout?.firstRegister(holdingSameAs: index), first < index {
        found.append(found[first])
        continue
      }
      let result = builder.makeRegister(registerClass)
      // Where the mask is false, the result is zero.
      if isResultUsed { move(constant(0, element), to: result) }
      act(&self, index, address, result, actor)
      found.append(result)
    }
    if isResultUsed, let actor { found = shared(found, of: layout, element, from: actor) }
    if ordering.acquires { builder.emit("bar.sync", .integer(0)) }
    values[module.result(of: op)] = found
  }

  /// Zero as an element.
  private mutating func constant(_ bits: UInt64, _ element: ElementType) -> Register {
    element.scalar.map { constant(bits, $0) } ?? integer(Int64(bits), .bits64)
  }

  /// Adds a number to one of 16 bits in memory for which the machine has no addition: adds to what it
  /// found, and stores the sum if that is still there.
  private mutating func addInLoop(
    to address: Address, _ value: Register, _ found: Register, _ condition: Register?,
    _ ordering: MemoryOrdering, _ scope: MemoryScope
  ) {
    let (start, end) = (builder.makeLabel(), builder.makeLabel())
    let addend = widened(value, from: .bf16)
    let expected = builder.makeRegister(.bits16)
    if let condition {
      builder.branch(to: end, if: condition, isNegated: true, isUniform: false)
    }
    builder.emit("ld.relaxed.\(scope.keyword).global.b16", .register(found), .address(address))
    builder.place(start)
    move(found, to: expected)
    let wide = widened(expected, from: .bf16)
    let sum = builder.compute("add.rn.f32", .float32, .register(wide), .register(addend))
    let stored = narrowed(sum, to: .bf16, .nearest)
    builder.emit(
      "atom.\(ordering.keyword).\(scope.keyword).global.cas.b16", .register(found),
      .address(address), .register(expected), .register(stored))
    let isOther = builder.compute(
      "setp.ne.b16", .predicate, .register(found), .register(expected))
    builder.branch(to: start, if: isOther, isUniform: false)
    builder.place(end)
  }
}

extension MemoryOrdering {
  fileprivate var releases: Bool { self == .release || self == .acquireRelease }
  fileprivate var acquires: Bool { self == .acquire || self == .acquireRelease }
  fileprivate var withoutAcquire: MemoryOrdering { releases ? .release : .relaxed }
}

extension AtomicOperation {
  /// The words of the opcode behind the state space.
  fileprivate func words(for element: ElementType) -> String {
    let width = element.bitWidth
    switch self {
    case .and, .or, .xor: return "\(keyword).b\(width)"
    case .exchange: return "exch.b\(width)"
    case .add: return "add.u\(width)"
    case .addFloat: return (width == 16 ? "add.noftz." : "add.") + (element.scalar?.name ?? "")
    case .max, .min: return "\(keyword).s\(width)"
    case .maxUnsigned: return "max.u\(width)"
    case .minUnsigned: return "min.u\(width)"
    }
  }
}
