import PTX

extension Block {
  /// Executes an exchange between lanes; says whether the part of the warp may go on at once.
  func executeWarp(
    _ operation: WarpOperation, _ instruction: DecodedInstruction, _ warp: Warp, _ index: Int,
    _ lanes: Lanes, _ all: UInt32
  ) throws(Stop) -> Bool {
    if operation == .activeMask {
      lanes.forEachLane { lanes.write32(instruction.result, $0, lanes.mask) }
      return true
    }
    let first = lanes.mask.trailingZeroBitCount
    let members = lanes.read32(instruction.c, first)
    let others = find(instruction.c, instruction.c, lanes) { (other: UInt32, _) in other != members
    }
    let wrong = (others | ~members) & lanes.mask
    if wrong != 0 {
      let lane = wrong.trailingZeroBitCount
      throw others >> UInt32(lane) & 1 == 1
        ? fail(.missingLanes, "lanes \(first) and \(lane) name different lanes", lane: lane)
        : fail(.missingLanes, "lane \(lane) executes it and is not named", lane: lane)
    }
    if lanes.mask == members {
      try exchange(operation, instruction, lanes)
      return true
    }
    let ended = members & ~warp.alive
    if ended != 0 {
      throw fail(
        .missingLanes, "lanes \(laneList(ended)) are named and have ended", lane: first)
    }
    let skipping = members & all & ~lanes.mask
    if skipping != 0 {
      throw fail(
        .missingLanes, "lanes \(laneList(skipping)) are named and skip it", lane: first)
    }
    if lanes.mask != all { try separate(warp, index, lanes.mask) }
    warp.fragments[index].pc = currentPC
    warp.fragments[index].state = .collective(members)
    var present: UInt32 = 0
    for fragment in warp.fragments
    where fragment.state == .collective(members) && fragment.pc == currentPC {
      present |= fragment.mask
    }
    guard present == members else { return false }
    var together = lanes
    together.mask = members
    try exchange(operation, instruction, together)
    for index in warp.fragments.indices
    where warp.fragments[index].state == .collective(members)
      && warp.fragments[index].pc == currentPC
    {
      warp.fragments[index].state = .ready
      warp.fragments[index].pc += 1
    }
    if operation == .sync { mergeFragments(warp) }
    return false
  }

  private func exchange(
    _ operation: WarpOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) throws(Stop) {
    switch operation {
    case .sync: break
    case .activeMask: break
    case .shuffleUp, .shuffleDown, .shuffleButterfly, .shuffleIndex:
      try shuffle(operation, instruction, lanes)
    case .voteAll, .voteAny, .voteUniform, .voteBallot:
      let votes = lanes.predicate(instruction.a) & lanes.mask
      switch operation {
      case .voteBallot:
        lanes.forEachLane { lanes.write32(instruction.result, $0, votes) }
      case .voteAll: lanes.setPredicate(instruction.result, votes == lanes.mask ? .max : 0)
      case .voteAny: lanes.setPredicate(instruction.result, votes != 0 ? .max : 0)
      default:
        lanes.setPredicate(
          instruction.result, votes == lanes.mask || votes == 0 ? .max : 0)
      }
    case .matchAny, .matchAll: match(operation, instruction, lanes)
    case .elect:
      let leader = lanes.mask.trailingZeroBitCount
      if instruction.result >= 0 {
        lanes.forEachLane { lanes.write32(instruction.result, $0, UInt32(leader)) }
      }
      lanes.setPredicate(instruction.extra, 1 << UInt32(leader))
    case .reduceAdd, .reduceMin, .reduceMax, .reduceAnd, .reduceOr, .reduceXor:
      reduce(operation, instruction, lanes)
    }
  }

  private func shuffle(
    _ operation: WarpOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) throws(Stop) {
    switch operation {
    case .shuffleUp:
      try shuffle(instruction, lanes) { lane, offset, _, last in
        (lane &- offset, lane &- offset .>= last)
      }
    case .shuffleDown:
      try shuffle(instruction, lanes) { lane, offset, _, last in
        (lane &+ offset, lane &+ offset .<= last)
      }
    case .shuffleButterfly:
      try shuffle(instruction, lanes) { lane, offset, _, last in
        (lane ^ offset, lane ^ offset .<= last)
      }
    default:
      try shuffle(instruction, lanes) { lane, offset, segment, last in
        let source = (lane & segment) | (offset & ~segment)
        return (source, source .<= last)
      }
    }
  }

  /// Numbers of eight lanes.
  private typealias Numbers = SIMD8<Int32>

  /// Each lane takes the value of the lane that `source` names if that is in range, else its own.
  ///
  /// - Parameter source: makes lanes and whether they are in range of lanes, the offsets, the
  ///   lanes' segments and the last or, where lanes look up, the first lanes in range.
  @inline(__always)
  private func shuffle(
    _ instruction: DecodedInstruction, _ lanes: Lanes,
    source: (Numbers, Numbers, Numbers, Numbers) -> (lanes: Numbers, isInRange: SIMDMask<Numbers>)
  ) throws(Stop) {
    let offsets = (lanes.registers + Int(instruction.b)).assumingMemoryBound(to: Numbers.self)
    let bounds = (lanes.registers + Int(truncatingIfNeeded: instruction.value))
      .assumingMemoryBound(to: Numbers.self)
    let results = scratch.assumingMemoryBound(to: UInt32.self)
    let sources = (scratch + 128).assumingMemoryBound(to: Int32.self)
    var inRange = Numbers()
    for group in 0..<4 {
      let lane = Numbers(0, 1, 2, 3, 4, 5, 6, 7) &+ Int32(truncatingIfNeeded: group * 8)
      let segment = bounds[group] &>> 8 & 31
      let last = (lane & segment) | (bounds[group] & 31 & ~segment)
      let (other, isIn) = source(lane, offsets[group] & 31, segment, last)
      (scratch + 128).storeBytes(
        of: lane.replacing(with: other, where: isIn), toByteOffset: group * 32, as: Numbers.self)
      inRange |= Numbers().replacing(with: 1 &<< lane, where: isIn)
    }
    if lanes.mask != .max {
      try lanes.visit { lane throws(Stop) in
        if lanes.mask >> UInt32(sources[lane]) & 1 == 0 {
          throw fail(
            .missingLanes,
            "lane \(lane) reads from lane \(sources[lane]), which does not take part", lane: lane)
        }
      }
    }
    if instruction.result >= 0 {
      let values = (lanes.registers + Int(instruction.a)).assumingMemoryBound(to: UInt32.self)
      for lane in 0..<32 { results[lane] = values[Int(sources[lane])] }
      lanes.forEachLane { lanes.write32(instruction.result, $0, results[$0]) }
    }
    if instruction.extra >= 0 {
      lanes.setPredicate(instruction.extra, UInt32(bitPattern: inRange.wrappedSum()))
    }
  }

  private func match(
    _ operation: WarpOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    let isWide = instruction.wide & 2 != 0
    var values = Array(repeating: UInt64(0), count: 32)
    lanes.forEachLane { values[$0] = lanes.read(instruction.a, isWide: isWide, $0) }
    let first = lanes.mask.trailingZeroBitCount
    var isSame = true
    lanes.forEachLane { isSame = isSame && values[$0] == values[first] }
    lanes.forEachLane { lane in
      var equal: UInt32 = 0
      lanes.forEachLane { if values[$0] == values[lane] { equal |= 1 << UInt32($0) } }
      if operation == .matchAll { equal = isSame ? lanes.mask : 0 }
      if instruction.result >= 0 { lanes.write32(instruction.result, lane, equal) }
    }
    if instruction.extra >= 0 { lanes.setPredicate(instruction.extra, isSame ? .max : 0) }
  }

  private func reduce(
    _ operation: WarpOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    let isSigned = instruction.type == .s32
    var result: UInt32?
    lanes.forEachLane { lane in
      let value = lanes.read32(instruction.a, lane)
      guard let old = result else {
        result = value
        return
      }
      let isLess = isSigned ? Int32(bitPattern: value) < Int32(bitPattern: old) : value < old
      switch operation {
      case .reduceAdd: result = old &+ value
      case .reduceMin: result = isLess ? value : old
      case .reduceMax: result = isLess ? old : value
      case .reduceAnd: result = old & value
      case .reduceOr: result = old | value
      default: result = old ^ value
      }
    }
    lanes.forEachLane { lanes.write32(instruction.result, $0, result ?? 0) }
  }
}
