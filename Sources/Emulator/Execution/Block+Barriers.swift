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
    let number = Int(try uniform(instruction.a, lanes, "number of the barrier"))
    guard number < 16 else {
      throw fail(.barrierMisuse, "there is no barrier \(number)")
    }
    if mask != all { try separate(warp, index, mask) }
    let expected: Int
    if instruction.value < 0 {
      expected = -1
    } else {
      let count = try uniform(instruction.b, lanes, "number of threads")
      guard count > 0, count % 32 == 0 else {
        throw fail(.barrierMisuse, "\(count) threads are not a multiple of the 32 of a warp")
      }
      expected = Int(count)
    }
    let barrier = barriers + number
    let other = barrier.pointee.expected
    if barrier.pointee.isOpen, other != expected {
      throw fail(
        .barrierMisuse,
        "barrier \(number) is for \(expected < 0 ? "all" : "\(expected)") threads here and "
          + "for \(other < 0 ? "all" : "\(other)") where others wait")
    }
    barrier.pointee.expected = expected
    // The machine counts warps: threads that a warp lacks count with it (PTX ISA, "bar").
    barrier.pointee.arrived += mask == warp.alive ? 32 : mask.nonzeroBitCount
    barrier.pointee.arrivedLanes += mask.nonzeroBitCount
    if operation != .sync, operation != .arrive {
      barrier.pointee.trueCount += (lanes.predicate(instruction.extra) & mask).nonzeroBitCount
      barrier.pointee.voteCount += mask.nonzeroBitCount
    }
    if expected >= 0, barrier.pointee.arrived > expected {
      let arrived = barrier.pointee.arrived
      throw fail(
        .barrierMisuse, "\(arrived) threads came to barrier \(number) of \(expected)")
    }
    if operation == .arrive {
      barrier.pointee.arrivals.append(warp.number)
      races?.publish(warp.number, to: number)
    } else {
      barrier.pointee.waiters.append(
        BlockBarrier.Waiter(warp: warp.number, mask: mask, pc: currentPC))
      warp.fragments[index].pc = currentPC
      warp.fragments[index].state = .barrier(number)
      races?.publish(warp.number, to: number)
    }
    releaseIfComplete(number)
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

  /// The value of a register, which must be the same in all lanes.
  private func uniform(
    _ place: Int32, _ lanes: Lanes, _ what: @autoclosure () -> String
  ) throws(Stop) -> UInt32 {
    let value = lanes.read32(place, lanes.mask.trailingZeroBitCount)
    let others = find(place, place, lanes) { (other: UInt32, _) in other != value } & lanes.mask
    guard others == 0 else {
      throw fail(
        .barrierMisuse, "the \(what()) differs between lanes", lane: others.trailingZeroBitCount)
    }
    return value
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
    let barrier = barriers + number
    guard barrier.pointee.isOpen else { return }
    if barrier.pointee.expected >= 0 {
      guard barrier.pointee.arrived == barrier.pointee.expected else { return }
    } else {
      let alive = warps.reduce(0) { $0 + $1.alive.nonzeroBitCount }
      guard barrier.pointee.arrivedLanes == alive else { return }
    }
    if let races {
      for waiter in barrier.pointee.waiters { races.receive(waiter.warp, from: number) }
      races.clear(number)
    }
    for index in barrier.pointee.waiters.indices {
      let waiter = barrier.pointee.waiters[index]
      let warp = warps[waiter.warp]
      let instruction = code + waiter.pc
      let lanes = Lanes(
        registers: warp.registers, predicates: warp.predicates, mask: waiter.mask)
      if case .barrier(let operation) = instruction.pointee.operation {
        let result = instruction.pointee.result
        let (trueCount, voteCount) = (barrier.pointee.trueCount, barrier.pointee.voteCount)
        switch operation {
        case .sync, .arrive: break
        case .reducePopulation: lanes.spread(result, UInt32(trueCount))
        case .reduceAnd: lanes.setPredicate(result, trueCount == voteCount ? .max : 0)
        case .reduceOr: lanes.setPredicate(result, trueCount > 0 ? .max : 0)
        }
      }
      release(warp, .barrier(number))
    }
    barrier.pointee.close()
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
    for number in 0..<BlockBarrier.count where barriers[number].isOpen { releaseIfComplete(number) }
  }
}
