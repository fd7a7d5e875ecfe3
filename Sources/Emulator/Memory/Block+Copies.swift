extension Block {
  /// Starts asynchronous copies. They read now and write when they are waited for, the latest
  /// moment that the language allows, so that a missing wait is noticed.
  func copyAsync(
    _ instruction: DecodedInstruction, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    let size = Int(instruction.count)
    try lanes.visit { lane throws(Stop) in
      let target =
        lanes.read(instruction.result, isWide: instruction.wide & 1 != 0, lane)
        &+ UInt64(bitPattern: Int64(instruction.extra))
      let count = Int(lanes.read32(instruction.b, lane))
      guard count <= size else {
        throw fail(
          .asyncCopyMisuse, "a copy of \(size) bytes reads \(count)", lane: lane)
      }
      let spot = try spot(.shared, target, byteCount: size, warp, lane, isWrite: true)
      var words: (UInt64, UInt64) = (0, 0)
      if count > 0 {
        try read(instruction, warp, lanes, lane, size: size, count: count, into: &words)
      }
      try trackRaces(spot, byteCount: size, lane, isWrite: true, isStrong: false)
      // Until the copy is complete its target holds nothing that may be read.
      spot.marks?.update(repeating: 0, count: size)
      warp.copies.copies.append(
        PendingCopies.Copy(
          lane: lane, group: nil, target: spot.sharedOffset, low: words.0, high: words.1,
          byteCount: size, pc: currentPC))
    }
  }

  /// Reads the bytes that a copy of a lane takes from global memory.
  private func read(
    _ instruction: DecodedInstruction, _ warp: Warp, _ lanes: Lanes, _ lane: Int, size: Int,
    count: Int, into words: inout (UInt64, UInt64)
  ) throws(Stop) {
    let address = address(instruction, lanes, lane)
    if address % UInt64(size) != 0 {
      throw fail(
        .misaligned,
        "read of \(size) bytes at \(hexadecimal(address)), which is not a multiple of \(size)",
        lane: lane, address: address)
    }
    // As a whole, or byte by byte where the rest is zero.
    let step = count == size ? size : 1
    for offset in stride(from: 0, to: count, by: step) {
      let place = address &+ UInt64(offset)
      let source = try spot(.global, place, byteCount: step, warp, lane, isWrite: false)
      try checkWritten(source, byteCount: step, lane, place)
      withUnsafeMutableBytes(of: &words) { bytes in
        guard let start = bytes.baseAddress else { return }
        (start + offset).copyMemory(from: source.bytes, byteCount: step)
      }
    }
  }

  /// The copies that lanes started become a group.
  func commitCopies(_ warp: Warp, _ lanes: Lanes) {
    for index in warp.copies.copies.indices where warp.copies.copies[index].group == nil {
      let lane = warp.copies.copies[index].lane
      if lanes.mask >> UInt32(lane) & 1 == 1 {
        warp.copies.copies[index].group = warp.copies.groupCounts[lane]
      }
    }
    lanes.forEachLane { warp.copies.countGroup(of: $0) }
  }

  /// Completes all copies, or all but those of the last groups.
  func waitCopies(
    _ instruction: DecodedInstruction, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    let isForGroups = instruction.count == 1
    var rest: [PendingCopies.Copy] = []
    for copy in warp.copies.copies {
      let isLane = lanes.mask >> UInt32(copy.lane) & 1 == 1
      let isOld =
        copy.group.map {
          Int64($0) + instruction.value < Int64(warp.copies.groupCounts[copy.lane])
        } ?? false
      guard isLane, !isForGroups || isOld else {
        rest.append(copy)
        continue
      }
      let spot = Spot(
        bytes: shared + copy.target, marks: sharedMarks + copy.target, sharedOffset: copy.target)
      try trackRaces(
        spot, byteCount: copy.byteCount, copy.lane, isWrite: true, isStrong: false)
      Self.store(copy.low, at: spot.bytes, byteCount: min(copy.byteCount, 8))
      if copy.byteCount > 8 { Self.store(copy.high, at: spot.bytes + 8, byteCount: 8) }
      spot.marks?.update(repeating: 1, count: copy.byteCount)
    }
    warp.copies.copies = rest
  }

  /// A thread may not end while its copies run.
  func checkCopiesAreComplete(_ warp: Warp, _ mask: UInt32) throws(Stop) {
    guard let copy = warp.copies.copies.first(where: { mask >> UInt32($0.lane) & 1 == 1 }) else {
      return
    }
    throw fail(
      .asyncCopyMisuse, "a thread ends while a copy that it started in line \(line(copy.pc)) runs",
      lane: copy.lane)
  }
}
