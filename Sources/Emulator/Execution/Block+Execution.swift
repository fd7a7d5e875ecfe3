extension Block {
  /// How many instructions a part of a warp executes before others have their turn.
  private static let quantum = 10_000

  /// Runs a part of a warp until it waits, ends, or had its turn.
  func run(_ warp: Warp, fragment index: Int) throws(Stop) {
    currentWarp = warp.number
    var pc = warp.fragments[index].pc
    var join = warp.fragments[index].join
    var meeting = join >= 0 ? warp.joins[join].pc : -1
    var lanes = Lanes(
      registers: warp.registers, predicates: warp.predicates, mask: warp.fragments[index].mask)
    var all = lanes.mask
    let left = options.stepBudget - min(steps, options.stepBudget)
    let limit = min(Self.quantum, Int(clamping: left))
    var (count, laneCount) = (0, 0)
    defer {
      statistics.warpInstructions += UInt64(count)
      statistics.laneInstructions += UInt64(laneCount)
      steps += UInt64(count)
    }
    while true {
      if pc == meeting, meets(warp, index, join) {
        warp.fragments[index].pc = pc
        try arrive(warp, fragment: index)
        return
      }
      if count >= limit {
        warp.fragments[index].pc = pc
        if steps + UInt64(count) >= options.stepBudget {
          currentPC = pc
          throw fail(
            .stepBudget, "the block executed more than \(options.stepBudget) instructions")
        }
        return
      }
      let instruction = code + pc
      let runLength = min(Int(instruction.pointee.runLength), limit - count)
      if runLength > 0 {
        lanes.mask = all
        for instruction in instruction..<(instruction + runLength) {
          executeVector(instruction, lanes)
        }
        pc += runLength
        count += runLength
        laneCount += runLength * (all == .max ? 32 : all.nonzeroBitCount)
        continue
      }
      hot.pointee.pc = pc
      count += 1
      lanes.mask = all
      let condition = instruction.pointee.condition
      if condition != 0 { lanes.mask &= lanes.predicate(condition) }
      let modifiers = instruction.pointee.modifiers
      if !modifiers.isDisjoint(with: [.checksSources, .marksResults]) {
        try track(warp, pc, lanes.mask, all)
      }
      if case .control(let operation) = instruction.pointee.operation {
        laneCount += all == .max ? 32 : all.nonzeroBitCount
        let mask = lanes.mask
        if mask == 0 {
          pc += 1
          continue
        }
        if operation == .branch, mask == all {
          pc = Int(instruction.pointee.value)
          continue
        }
        warp.fragments[index].pc = pc
        try control(operation, instruction.pointee, warp, index, mask)
        guard index < warp.fragments.count, warp.fragments[index].state == .ready,
          warp.fragments[index].mask & all != 0
        else { return }
        pc = warp.fragments[index].pc
        join = warp.fragments[index].join
        meeting = join >= 0 ? warp.joins[join].pc : -1
        all = warp.fragments[index].mask
        lanes.mask = all
        continue
      }
      laneCount += lanes.mask == .max ? 32 : lanes.mask.nonzeroBitCount
      if lanes.mask == 0 {
        pc += 1
        continue
      }
      if try !execute(instruction, warp, index, lanes, all) {
        return
      }
      pc += 1
    }
  }

  /// Whether the part of the warp is at the level of calls at which its join lies.
  private func meets(_ warp: Warp, _ index: Int, _ join: Int) -> Bool {
    warp.joins[join].returns.count == warp.fragments[index].returns.count
  }

  /// Checks the registers that an instruction reads and marks those that it writes.
  private func track(_ warp: Warp, _ pc: Int, _ mask: UInt32, _ all: UInt32) throws(Stop) {
    if options.checksInitialization, let reads = program.trackedRegisters.reads[Int32(pc)] {
      for use in reads {
        let missing = (use.isCondition ? all : mask) & ~warp.written[Int(use.number)]
        if missing != 0 {
          throw fail(
            .uninitializedRegister, "register \(use.name) was not written",
            lane: missing.trailingZeroBitCount)
        }
      }
    }
    for number in program.trackedRegisters.writes[Int32(pc)] ?? [] {
      warp.written[Int(number)] |= mask
    }
  }

  /// Executes an instruction that others follow; says whether the next one may run at once.
  private func execute(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ index: Int,
    _ lanes: Lanes, _ all: UInt32
  ) throws(Stop) -> Bool {
    switch instruction.pointee.operation {
    case .vector: executeVector(instruction, lanes)
    case .lanewise(let operation): executeLanewise(operation, instruction.pointee, lanes)
    case .compare(let comparison, let combination):
      compare(comparison, combination, instruction.pointee, lanes)
    case .comparePair(let comparison): comparePair(comparison, instruction.pointee, lanes)
    case .predicate(let operation): executePredicate(operation, instruction.pointee, lanes)
    case .testClass(let kind): test(kind, instruction.pointee, lanes)
    case .pack: pack(instruction.pointee, lanes)
    case .unpack: unpack(instruction.pointee, lanes)
    case .readClock: readClock(instruction.pointee, lanes)
    case .load:
      if try !loadSpan(instruction, warp, lanes) { try load(instruction.pointee, warp, lanes) }
    case .loadParameter: try loadParameter(instruction, lanes)
    case .store:
      if try !storeSpan(instruction, warp, lanes) { try store(instruction, warp, lanes) }
    case .atomic(let operation): try atomic(operation, instruction.pointee, warp, lanes)
    case .convertAddress: try convertAddress(instruction.pointee, lanes)
    case .isInSpace: isInSpace(instruction.pointee, lanes)
    case .copyAsync: try copyAsync(instruction.pointee, warp, lanes)
    case .commitCopies: commitCopies(warp, lanes)
    case .waitCopies: try waitCopies(instruction.pointee, warp, lanes)
    case .warp(let operation):
      return try executeWarp(operation, instruction.pointee, warp, index, lanes, all)
    case .matrixLoad: try loadMatrix(instruction, warp, lanes)
    case .matrixStore: try storeMatrix(instruction, warp, lanes)
    case .matrixMove: try moveMatrix(instruction.pointee, lanes)
    case .matrixProduct: try multiplyMatrices(instruction.pointee, lanes)
    case .barrier(let operation):
      return try executeBarrier(operation, instruction.pointee, warp, index, lanes, all)
    case .control, .nothing: break
    }
    return true
  }
}
