extension Block {
  /// Executes what changes the order of instructions, in lanes `mask` of a part of a warp.
  func control(
    _ operation: ControlOperation, _ instruction: DecodedInstruction, _ warp: Warp, _ index: Int,
    _ mask: UInt32
  ) throws(Stop) {
    let all = warp.fragments[index].mask
    switch operation {
    case .branch: diverge(warp, index, taken: mask, target: Int(instruction.value))
    case .call:
      let call = program.calls[Int(instruction.extra)]
      try enter(call, warp, mask)
      let after = warp.fragments[index].pc + 1
      if mask == all {
        warp.fragments[index].returns.append(after)
        warp.fragments[index].pc = call.target
      } else {
        // The lanes that do not call wait behind the call.
        split(warp, index, mask, meetAt: after)
        warp.fragments[index].pc = after
        let last = warp.fragments.count - 1
        warp.fragments[last].returns.append(after)
        warp.fragments[last].pc = call.target
      }
    case .callPrint:
      try printLine(program.calls[Int(instruction.extra)], warp, mask)
      warp.fragments[index].pc += 1
    case .callAssert: throw assertionFailure(program.calls[Int(instruction.extra)], warp, mask)
    case .ret:
      if mask != all {
        // Lanes that return early wait for the others where the call ends.
        guard let after = warp.fragments[index].returns.last else { throw Stop() }
        split(warp, index, mask, meetAt: -1)
        warp.fragments[index].pc += 1
        let last = warp.fragments.count - 1
        leave(warp, last, after)
      } else if let after = warp.fragments[index].returns.last {
        leave(warp, index, after)
      } else {
        try end(warp, index, mask)
      }
    case .exit: try end(warp, index, mask)
    case .trap:
      throw fail(.trap, "the kernel stopped itself", lane: mask.trailingZeroBitCount)
    }
  }

  /// Lanes `taken` go to `target`, the others on.
  private func diverge(_ warp: Warp, _ index: Int, taken: UInt32, target: Int) {
    let pc = warp.fragments[index].pc
    let meeting = program.reconvergence[pc]
    let after = pc + 1
    if target == after {
      warp.fragments[index].pc = after
      return
    }
    split(warp, index, taken, meetAt: Int(meeting))
    warp.fragments[index].pc = after
    warp.fragments[warp.fragments.count - 1].pc = target
  }

  /// Makes lanes `leaving` a part of their own, the last one, which meets the others at `meeting`,
  /// or where the function returns to if that is negative.
  private func split(_ warp: Warp, _ index: Int, _ leaving: UInt32, meetAt meeting: Int) {
    var fragment = warp.fragments[index]
    if options.convergence == .friendly {
      var place = meeting
      var returns = fragment.returns
      if place < 0, let after = returns.popLast() { place = after }
      let parent = fragment.join
      let isSame =
        parent >= 0 && warp.joins[parent].pc == place && warp.joins[parent].returns == returns
      if place >= 0, !isSame {
        warp.joins.append(
          Join(pc: place, expected: fragment.mask, parent: parent, returns: returns))
        fragment.join = warp.joins.count - 1
      }
    }
    let all = fragment.mask
    fragment.mask = all & ~leaving
    warp.fragments[index] = fragment
    fragment.mask = leaving
    warp.fragments.append(fragment)
  }

  /// A part of a warp comes to its join: it waits, or all of them go on together.
  func arrive(_ warp: Warp, fragment index: Int) throws(Stop) {
    let join = warp.fragments[index].join
    warp.joins[join].arrived |= warp.fragments[index].mask
    warp.fragments[index].state = .joined
    complete(warp, join)
    compactJoins(warp)
  }

  /// Lets the lanes of a join go on if all have come.
  private func complete(_ warp: Warp, _ join: Int) {
    let meeting = warp.joins[join]
    guard meeting.arrived == meeting.expected else { return }
    warp.fragments.removeAll { $0.join == join && $0.state == .joined }
    if meeting.expected != 0 {
      warp.fragments.append(
        Fragment(
          mask: meeting.expected, pc: meeting.pc, join: meeting.parent, returns: meeting.returns))
    }
  }

  /// Drops joins at the end that no lanes belong to any more.
  private func compactJoins(_ warp: Warp) {
    while let last = warp.joins.indices.last, !warp.fragments.contains(where: { $0.join == last }),
      !warp.joins.contains(where: { $0.parent == last })
    {
      warp.joins.removeLast()
    }
  }

  /// Lanes end.
  private func end(_ warp: Warp, _ index: Int, _ mask: UInt32) throws(Stop) {
    try checkCopiesAreComplete(warp, mask)
    warp.alive &= ~mask
    var join = warp.fragments[index].join
    warp.fragments[index].mask &= ~mask
    warp.fragments[index].pc += 1
    if warp.fragments[index].mask == 0 { warp.fragments.remove(at: index) }
    while join >= 0 {
      warp.joins[join].expected &= ~mask
      complete(warp, join)
      join = warp.joins[join].parent
    }
    compactJoins(warp)
    try releaseBarriersOfWholeBlock()
  }
}
