import IR
import Support

extension Execution {
  /// Runs the block at `entry` and those it jumps to.
  ///
  /// - Returns: the values that the last one passes on.
  func run(from entry: Int) throws(Diagnostic) -> [FrameSlot] {
    depth += 1
    defer { depth -= 1 }
    if depth > Interpreter.depthLimit {
      throw failure(
        "regions and calls are nested deeper than \(Interpreter.depthLimit)",
        at: code.blocks[entry].instructions.first?.op ?? code.blocks[entry].end)
    }
    var block = entry
    while true {
      try runInstructions(of: block)
      switch code.blocks[block].terminator {
      case .pass(let slots), .condition(_, let slots):
        return slots.map { frame[$0] }
      case .jump(let jump):
        block = follow(jump)
      case .conditionalJump(let condition, let whenTrue, let whenFalse):
        block = follow(tile(condition).scalar & 1 != 0 ? whenTrue : whenFalse)
      }
      try countStep(code.blocks[block].end)
    }
  }

  /// Passes `arguments` to the block at `entry` and runs it.
  ///
  /// - Returns: the values that it passes on.
  func run(from entry: Int, _ arguments: [FrameSlot]) throws(Diagnostic) -> [FrameSlot] {
    pass(arguments, to: entry)
    return try run(from: entry)
  }

  func pass(_ arguments: [FrameSlot], to block: Int) {
    for (parameter, argument) in zip(code.blocks[block].parameters, arguments) {
      frame[parameter] = argument
    }
  }

  private func follow(_ jump: Jump) -> Int {
    pass(jump.arguments.map { frame[$0] }, to: jump.block)
    return jump.block
  }

  func runInstructions(of block: Int) throws(Diagnostic) {
    for instruction in code.blocks[block].instructions {
      try countStep(instruction.op)
      // What runs regions goes past the function with the large frame: regions may be deep.
      if case .structured(let action) = instruction.action {
        try execute(instruction, action)
      } else {
        try execute(instruction)
      }
    }
  }

  private func execute(
    _ instruction: Instruction, _ action: StructuredAction
  ) throws(Diagnostic) {
    switch action {
    case .call(let function): try call(instruction, function)
    case .loop(let loop): try runLoop(instruction, loop)
    case .conditional(let whenTrue, let whenFalse):
      try runConditional(instruction, whenTrue: whenTrue, whenFalse: whenFalse)
    case .repetition(let before, let after):
      try runRepetition(instruction, before: before, after: after)
    case .warpSpecialize(let regions): try runPartitions(instruction, regions)
    case .reduce(let combination): try reduce(instruction, combination)
    case .scan(let combination, let isReverse):
      try scan(instruction, combination, isReverse: isReverse)
    case .mapElementwise(let block, let pack, let count):
      try mapElementwise(instruction, block: block, pack: pack, count: count)
    }
  }

  /// Counts one step of the running program.
  @inline(__always)
  func countStep(_ op: OpID?) throws(Diagnostic) {
    stepsLeft -= 1
    report.counters.operations += 1
    if stepsLeft < 0 {
      throw failure(
        "program \(program) has not ended after \(interpreter.stepLimit) operations", at: op)
    }
  }

  /// Does what `instruction` says.
  func execute(_ instruction: Instruction) throws(Diagnostic) {
    let operands = instruction.operands
    let result = instruction.result
    switch instruction.action {
    case .elementwise(let operation):
      set(result, Elementwise.apply(operation, to: operands.map { tile($0) }))
      checkArithmetic(instruction, operation)
    case .constant(let value): frame[result] = FrameSlot(value)
    case .choose: frame[result] = frame[operands[tile(operands[0]).scalar & 1 != 0 ? 1 : 2]]
    case .programID(let axis): set(result, .uniform(UInt64(coordinate(axis))))
    case .programCount(let axis): set(result, .uniform(UInt64(extent(axis))))
    case .makeRange(let start, let count):
      set(
        result, TileValue(.filled(count) { UInt64(UInt32(truncatingIfNeeded: start + $0)) }))
    case .keepElements: frame[result] = frame[operands[0]]
    case .broadcast(let source, let target):
      rearrange(instruction) { $0.broadcast(from: source, to: target) }
    case .transpose(let shape, let order):
      rearrange(instruction) { $0.transposed(shape, order: order) }
    // Any order of the elements is right; this one is what Triton's threads leave where each
    // holds one element of either operand.
    case .cat(let count), .join(let count):
      combine(instruction) { TileValue.interleaved($0, $1, count: count) }
    case .split:
      let source = tile(operands[0])
      set(result, source.everySecond(from: 0))
      set(result + 1, source.everySecond(from: 1))

    case .load(let access): try load(instruction, access)
    case .store(let access): try store(instruction, access)
    case .atomicRMW(let update): try updateAtomically(instruction, update)
    case .atomicCAS(let access): try compareAndSwap(instruction, access)
    case .makeTensorPointer(let rank): makeTensorPointer(instruction, rank: rank)
    case .advance: advance(instruction)
    case .makeTensorDescriptor(let rank, let padding):
      makeTensorDescriptor(instruction, rank: rank, padding)
    case .descriptorLoad(let access): try descriptorLoad(instruction, access)
    case .descriptorStore(let access): try descriptorStore(instruction, access)
    case .descriptorReduce(let reduction, let access):
      try descriptorReduce(instruction, reduction, access)
    case .descriptorGather(let access): try descriptorGather(instruction, access)
    case .descriptorScatter(let access): try descriptorScatter(instruction, access)

    case .dot(let shape):
      set(
        result,
        DotProduct.multiply(tile(operands[0]), tile(operands[1]), tile(operands[2]), shape))
    case .dotScaled(let dot): set(result, multiplyScaled(dot))
    case .histogram(let count, let bins): histogram(instruction, count: count, bins: bins)
    case .gather(let shape): try gather(instruction, shape)

    case .structured(let action): try execute(instruction, action)
    case .inlineAssembly(let call): try runAssembly(instruction, call)
    case .print(let print, let elements, let shapes):
      self.print(instruction, print, elements, shapes)
    case .assert(let message, let shape): try assertHolds(instruction, message, shape)
    case .assume: checkAssumption(instruction)
    case .nothing: break
    }
  }

  /// The program's own coordinate along `axis`.
  private func coordinate(_ axis: ProgramAxis) -> Int {
    switch axis {
    case .x: program.x
    case .y: program.y
    case .z: program.z
    }
  }

  /// How many programs there are along `axis`.
  private func extent(_ axis: ProgramAxis) -> Int {
    switch axis {
    case .x: grid.x
    case .y: grid.y
    case .z: grid.z
    }
  }

  /// Sets the result to the elements of the operand in another order, with their marks.
  private func rearrange(_ instruction: Instruction, _ body: (TileValue) -> TileValue) {
    let source = frame[instruction.operands[0]]
    let value = body(tile(instruction.operands[0]))
    frame[instruction.result] = FrameSlot(.tile(value), marks: source.marks.map(body))
  }

  /// Sets the result to the elements of two operands, with their marks.
  private func combine(
    _ instruction: Instruction, _ body: (TileValue, TileValue) -> TileValue
  ) {
    let (lhs, rhs) = (instruction.operands[0], instruction.operands[1])
    let (first, second) = (frame[lhs].marks, frame[rhs].marks)
    let marks: TileValue? =
      first == nil && second == nil
      ? nil : body(first ?? .uniform(0), second ?? .uniform(0))
    frame[instruction.result] = FrameSlot(.tile(body(tile(lhs), tile(rhs))), marks: marks)
  }
}
