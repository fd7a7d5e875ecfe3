import IR
import Support

extension Execution {
  /// Puts `values` into the results of `instruction`.
  func setResults(_ instruction: Instruction, _ values: [FrameSlot]) {
    for (offset, value) in values.enumerated() { frame[instruction.result + offset] = value }
  }

  func runLoop(_ instruction: Instruction, _ loop: LoopCode) throws(Diagnostic) {
    let operands = instruction.operands
    let step = signed(operands[2], width: loop.width)
    guard step > 0 else {
      throw failure("step of the loop is \(step), expected at least 1", at: instruction.op)
    }
    // Bounds without sign are moved so that comparing with sign orders them; they are never wider
    // than 64 bits, so 128 bits hold every counter without overflow.
    let bound = { (slot: Int) -> Int128 in
      loop.comparesUnsigned
        ? Int128(self.tile(slot).scalar) : Int128(self.signed(slot, width: loop.width))
    }
    var counter = bound(operands[0])
    let upper = bound(operands[1])
    var carried = operands.dropFirst(3).map { frame[$0] }
    while counter < upper {
      let bits = UInt64(truncatingIfNeeded: counter).truncated(to: loop.width)
      carried = try run(from: loop.body, [FrameSlot(.tile(.uniform(bits)))] + carried)
      counter += Int128(step)
      try countStep(instruction.op)
    }
    setResults(instruction, carried)
  }

  func runConditional(
    _ instruction: Instruction, whenTrue: Int?, whenFalse: Int?
  ) throws(Diagnostic) {
    let condition = tile(instruction.operands[0]).scalar & 1 != 0
    guard let entry = condition ? whenTrue : whenFalse else { return }
    setResults(instruction, try run(from: entry))
  }

  func runRepetition(
    _ instruction: Instruction, before: Int, after: Int
  ) throws(Diagnostic) {
    var carried = instruction.operands.map { frame[$0] }
    while true {
      let passed = try run(from: before, carried)
      guard case .condition(let condition, _) = code.blocks[before].terminator,
        tile(condition).scalar & 1 != 0
      else { return setResults(instruction, passed) }
      carried = try run(from: after, passed)
      try countStep(instruction.op)
    }
  }

  func call(_ instruction: Instruction, _ function: Int) throws(Diagnostic) {
    let target = code.functions[function]
    let arguments = instruction.operands.map { frame[$0] }
    var caller = Array(repeating: FrameSlot.empty, count: code.slotCount)
    swap(&frame, &caller)
    let results = try run(from: target.entry, arguments)
    swap(&frame, &caller)
    setResults(instruction, results)
  }

  /// Runs the default region and then the partitions. They run at the same time on hardware, but
  /// a partition of a module at this level shares nothing with the others except memory.
  func runPartitions(_ instruction: Instruction, _ regions: [Int]) throws(Diagnostic) {
    let captures = instruction.operands.map { frame[$0] }
    for (position, entry) in regions.enumerated() {
      let values = try run(from: entry, position == 0 ? [] : captures)
      if position == 0 { setResults(instruction, values) }
    }
  }
}
