extension Block {
  /// A part of a warp comes to a barrier; says whether it may go on at once.
  func executeBarrier(
    _ operation: BarrierOperation, _ instruction: DecodedInstruction, _ warp: Warp, _ index: Int,
    _ lanes: Lanes, _ all: UInt32
  ) throws(Stop) -> Bool {
    let mask = lanes.mask
    if instruction.modifiers.contains(.aligned), mask != warp.alive {
      throw divergent(warp, mask)
    }
    let number = try uniform(instruction.b, instruction.a, lanes, "number of the barrier").a
    guard number < 16 else {
      throw fail(.barrierMisuse, "there is no barrier \(number)")
    }
    if mask != all { try separate(warp, index, mask) }
    var barrier = barriers[Int(number)]
    let expected: Int
    if instruction.value < 0 {
      expected = -1
    } else {
      let count = try uniform(instruction.b, instruction.a, lanes, "number of threads").b
      guard count > 0, count % 32 == 0 else {
        throw fail(.barrierMisuse, "\(count) threads are not a multiple of the 32 of a warp")
      }
      expected = Int(count)
    }
    if barrier.isOpen, barrier.expected != expected {
      throw fail(
        .barrierMisuse,
        "barrier \(number) is for \(expected < 0 ? "all" : "\(expected)") threads here and "
          + "for \(barrier.expected < 0 ? "all" : "\(barrier.expected)") where others wait")
    }
    barrier.expected = expected
    // The machine counts warps: threads that a warp lacks count with it (PTX ISA, "bar").
    barrier.arrived += mask == warp.alive ? 32 : mask.nonzeroBitCount
    barrier.arrivedLanes += mask.nonzeroBitCount
    if operation != .sync, operation != .arrive {
      barrier.trueCount += (lanes.predicate(instruction.extra) & mask).nonzeroBitCount
      barrier.voteCount += mask.nonzeroBitCount
    }
    if expected >= 0, barrier.arrived > expected {
      throw fail(
        .barrierMisuse, "\(barrier.arrived) threads came to barrier \(number) of \(expected)")
    }
    if operation == .arrive {
      barrier.arrivals.append(warp.number)
      races?.publish(warp.number, to: Int(number))
    } else {
      barrier.waiters.append(
        BlockBarrier.Waiter(warp: warp.number, mask: mask, pc: currentPC))
      warp.fragments[index].pc = currentPC
      warp.fragments[index].state = .barrier(Int(number))
      races?.publish(warp.number, to: Int(number))
    }
    barriers[Int(number)] = barrier
    releaseIfComplete(Int(number))
    if operation == .arrive, mask == all { return true }
    if operation == .arrive { warp.fragments[index].pc = currentPC + 1 }
    return false
  }

  /// The lanes of a part of a warp that do not execute its instruction become a part of their own,
  /// behind it.
  func separate(_ warp: Warp, _ index: Int, _ mask: UInt32) throws(Stop) {
    var rest = warp.fragments[index]
    rest.mask &= ~mask
    rest.pc = currentPC + 1
    warp.fragments[index].mask = mask
    warp.fragments.append(rest)
  }

  /// The values of two registers, which must be the same in all lanes.
  private func uniform(
    _ b: Int32, _ a: Int32, _ lanes: Lanes, _ what: String
  ) throws(Stop) -> (a: UInt32, b: UInt32) {
    let first = lanes.mask.trailingZeroBitCount
    let (valueA, valueB) = (lanes.read32(a, first), lanes.read32(b, first))
    try lanes.visit { lane throws(Stop) in
      if lanes.read32(a, lane) != valueA
        || (what != "number of the barrier" && lanes.read32(b, lane) != valueB)
      {
        throw fail(.barrierMisuse, "the \(what) differs between lanes", lane: lane)
      }
    }
    return (valueA, valueB)
  }

  /// The error for a collective that only some lanes of the warp execute.
  func divergent(_ warp: Warp, _ mask: UInt32) -> Stop {
    let absent = warp.alive & ~mask
    return fail(
      .divergentCollective,
      "lanes \(laneList(mask)) execute it without lanes \(laneList(absent))",
      lane: mask.trailingZeroBitCount)
  }

  /// Lets those go on that wait at a barrier that all have reached.
  private func releaseIfComplete(_ number: Int) {
    let barrier = barriers[number]
    guard barrier.isOpen else { return }
    if barrier.expected >= 0 {
      guard barrier.arrived == barrier.expected else { return }
    } else {
      let alive = warps.reduce(0) { $0 + $1.alive.nonzeroBitCount }
      guard barrier.arrivedLanes == alive else { return }
    }
    for waiter in barrier.waiters { races?.receive(waiter.warp, from: number) }
    races?.clear(number)
    for waiter in barrier.waiters {
      let warp = warps[waiter.warp]
      let instruction = code[waiter.pc]
      let lanes = Lanes(
        registers: warp.registers, predicates: warp.predicates, mask: waiter.mask)
      if case .barrier(let operation) = instruction.operation {
        switch operation {
        case .sync, .arrive: break
        case .reducePopulation:
          lanes.forEachLane {
            lanes.write32(instruction.result, $0, UInt32(barrier.trueCount))
          }
        case .reduceAnd:
          lanes.setPredicate(
            instruction.result, barrier.trueCount == barrier.voteCount ? .max : 0)
        case .reduceOr: lanes.setPredicate(instruction.result, barrier.trueCount > 0 ? .max : 0)
        }
      }
      release(warp, .barrier(number))
    }
    barriers[number] = BlockBarrier()
  }

  /// Parts of a warp that wait for the same go on behind their instruction; those that belong
  /// together become one.
  func release(_ warp: Warp, _ state: Fragment.State) {
    for index in warp.fragments.indices where warp.fragments[index].state == state {
      warp.fragments[index].state = .ready
      warp.fragments[index].pc += 1
    }
    mergeFragments(warp)
  }

  /// Parts of a warp at the same place that are ready and meet others at the same place become one.
  func mergeFragments(_ warp: Warp) {
    var index = 0
    while index < warp.fragments.count {
      var other = index + 1
      while other < warp.fragments.count {
        let (first, second) = (warp.fragments[index], warp.fragments[other])
        if first.state == .ready, second.state == .ready, first.pc == second.pc,
          first.join == second.join, first.returns == second.returns
        {
          warp.fragments[index].mask |= second.mask
          warp.fragments.remove(at: other)
        } else {
          other += 1
        }
      }
      index += 1
    }
  }

  /// Threads that ended are no longer waited for at barriers of the whole block.
  func releaseBarriersOfWholeBlock() throws(Stop) {
    for number in barriers.indices where barriers[number].isOpen { releaseIfComplete(number) }
  }
}
