import PTX

extension Block {
  /// The address that an instruction accesses in a lane.
  @inline(__always)
  func address(_ instruction: DecodedInstruction, _ lanes: Lanes, _ lane: Int) -> UInt64 {
    lanes.read(instruction.a, isWide: instruction.wide & 2 != 0, lane)
      &+ UInt64(bitPattern: instruction.value)
  }

  /// Where `byteCount` bytes at `address` lie, which are accessed as a whole.
  func spot(
    _ space: StateSpace, _ address: UInt64, byteCount: Int, _ warp: Warp, _ lane: Int,
    isWrite: Bool
  ) throws(Stop) -> Spot {
    if address % UInt64(byteCount) != 0 {
      throw fail(
        .misaligned,
        "\(isWrite ? "write" : "read") of \(byteCount) bytes at \(hexadecimal(address)), which "
          + "is not a multiple of \(byteCount)", lane: lane, address: address)
    }
    switch space {
    case .shared, .sharedBlock, .sharedCluster:
      return try sharedSpot(address, byteCount, lane, isWrite)
    case .local: return try localSpot(address, byteCount, warp, lane, isWrite)
    case .global, .const: return try globalSpot(address, byteCount, lane, isWrite, space)
    case .generic, .param: break
    }
    switch address {
    case AddressWindow.shared..<(AddressWindow.shared + AddressWindow.size):
      return try sharedSpot(address - AddressWindow.shared, byteCount, lane, isWrite)
    case AddressWindow.local..<(AddressWindow.local + AddressWindow.size):
      return try localSpot(address - AddressWindow.local, byteCount, warp, lane, isWrite)
    case AddressWindow.parameters..<(AddressWindow.parameters + AddressWindow.size):
      return try parameterSpot(
        address - AddressWindow.parameters, byteCount, lane, isWrite: isWrite)
    default: return try globalSpot(address, byteCount, lane, isWrite, space)
    }
  }

  /// Whether `byteCount` bytes at `address` lie in the `count` bytes from `start`, whatever the
  /// numbers.
  private static func fits(
    _ address: UInt64, _ byteCount: Int, from start: UInt64, count: Int
  ) -> Bool {
    address >= start && byteCount <= count && address - start <= UInt64(count - byteCount)
  }

  private func sharedSpot(
    _ address: UInt64, _ byteCount: Int, _ lane: Int, _ isWrite: Bool
  ) throws(Stop) -> Spot {
    let start = UInt64(AddressWindow.sharedStart)
    guard Self.fits(address, byteCount, from: start, count: sharedByteCount) else {
      let place =
        address < start
        ? "\(start - address) bytes before" : "\(address - start) bytes into"
      throw fail(
        .outOfBounds,
        "\(isWrite ? "write" : "read") of \(byteCount) bytes at \(hexadecimal(address)), \(place) "
          + "the block's \(sharedByteCount) bytes of shared memory", lane: lane, address: address)
    }
    let offset = Int(address - start)
    return Spot(bytes: shared + offset, marks: sharedMarks + offset, sharedOffset: offset)
  }

  private func localSpot(
    _ address: UInt64, _ byteCount: Int, _ warp: Warp, _ lane: Int, _ isWrite: Bool
  ) throws(Stop) -> Spot {
    let start = UInt64(AddressWindow.localStart)
    guard Self.fits(address, byteCount, from: start, count: program.localByteCount) else {
      throw fail(
        .outOfBounds,
        "\(isWrite ? "write" : "read") of \(byteCount) bytes at \(hexadecimal(address)), outside "
          + "the thread's \(program.localByteCount) bytes of local memory", lane: lane,
        address: address)
    }
    let offset = lane * warp.localByteCount + Int(address - start)
    return Spot(bytes: warp.local + offset, marks: warp.localMarks + offset)
  }

  /// Where bytes of the kernel's parameters lie.
  func parameterSpot(
    _ address: UInt64, _ byteCount: Int, _ lane: Int, isWrite: Bool
  ) throws(Stop) -> Spot {
    if isWrite {
      throw fail(.writeToConstant, "write to the kernel's parameters", lane: lane)
    }
    guard address % UInt64(byteCount) == 0 else {
      throw fail(
        .misaligned, "read of \(byteCount) bytes of the parameters at \(address)", lane: lane)
    }
    let count = UInt64(program.parameterByteCount)
    guard address < count, address + UInt64(byteCount) <= count else {
      throw fail(
        .outOfBounds,
        "read of \(byteCount) bytes at \(Int64(bitPattern: address)) of \(count) bytes of "
          + "parameters",
        lane: lane)
    }
    return Spot(bytes: parameters + Int(address), marks: nil)
  }

  private func globalSpot(
    _ address: UInt64, _ byteCount: Int, _ lane: Int, _ isWrite: Bool, _ space: StateSpace
  ) throws(Stop) -> Spot {
    guard let index = memory.index(of: address) else {
      throw outside(address, byteCount, lane, isWrite)
    }
    let allocation = memory.allocations[index]
    let offset = Int(address - allocation.address)
    guard offset + byteCount <= allocation.byteCount else {
      throw outside(address, byteCount, lane, isWrite)
    }
    if isWrite, allocation.isConstant {
      throw fail(
        .writeToConstant, "write to '\(allocation.name)'", lane: lane, address: address)
    }
    if space == .const, !allocation.isConstant {
      throw fail(
        .outOfBounds, "'\(allocation.name)' is not constant memory", lane: lane,
        address: address)
    }
    return Spot(
      bytes: allocation.bytes + offset, marks: allocation.marks + offset, globalAddress: address)
  }

  private func outside(
    _ address: UInt64, _ byteCount: Int, _ lane: Int, _ isWrite: Bool
  ) -> Stop {
    fail(
      .outOfBounds,
      "\(isWrite ? "write" : "read") of \(byteCount) bytes at \(hexadecimal(address)), "
        + memory.describe(address), lane: lane, address: address)
  }

  /// `value` as it is written in reports.
  func hexadecimal(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }

  /// Checks that bytes were written.
  @inline(__always)
  func checkWritten(
    _ spot: Spot, byteCount: Int, _ lane: Int, _ address: UInt64
  ) throws(Stop) {
    guard options.checksInitialization, let marks = spot.marks else { return }
    let words = UnsafeRawPointer(marks)
    let all: UInt64 = 0x0101_0101_0101_0101
    switch byteCount {
    case 4 where words.loadUnaligned(as: UInt32.self) == UInt32(truncatingIfNeeded: all): return
    case 8 where words.loadUnaligned(as: UInt64.self) == all: return
    case 16:
      let second = words.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      if words.loadUnaligned(as: UInt64.self) & second == all { return }
    default: break
    }
    for offset in 0..<byteCount where marks[offset] == 0 {
      throw unwritten(spot, offset, byteCount, lane, address)
    }
  }

  private func unwritten(
    _ spot: Spot, _ offset: Int, _ byteCount: Int, _ lane: Int, _ address: UInt64
  ) -> Stop {
    var text = "read of \(byteCount) bytes at \(hexadecimal(address)), of which byte \(offset) was "
    text += "not written"
    if spot.globalAddress != 0 { text += ", \(memory.describe(address))" }
    return fail(.uninitializedMemory, text, lane: lane, address: address)
  }

  /// Notes an access to shared memory and reports a race.
  func trackRaces(
    _ spot: Spot, byteCount: Int, _ lane: Int, isWrite: Bool, isStrong: Bool
  ) throws(Stop) {
    guard spot.sharedOffset >= 0, let races else { return }
    if let conflict = races.access(
      offset: spot.sharedOffset, byteCount: byteCount, warp: currentWarp, lane: lane,
      pc: currentPC, isWrite: isWrite, isStrong: isStrong)
    {
      throw race(conflict, spot, lane, isWrite: isWrite)
    }
  }

  /// The report of a race.
  func race(
    _ conflict: RaceShadow.Conflict, _ spot: Spot, _ lane: Int, isWrite: Bool
  ) -> Stop {
    let address = UInt64(AddressWindow.sharedStart + spot.sharedOffset)
    let (now, before) = (isWrite ? "write" : "read", conflict.isWrite ? "write" : "read")
    let stop = fail(
      .sharedMemoryRace,
      "\(now) of shared memory at \(hexadecimal(address)) by warp \(currentWarp), lane \(lane), "
        + "and \(before) by warp \(conflict.warp), lane \(conflict.lane), "
        + (conflict.warp == currentWarp ? "of another value at once" : "without a barrier between"),
      lane: lane, address: address)
    report?.accesses = [
      EmulatorReport.Access(
        line: line(conflict.pc), source: program.sourcePosition(conflict.pc),
        warp: conflict.warp, lane: conflict.lane, isWrite: conflict.isWrite),
      EmulatorReport.Access(
        line: line(currentPC), source: program.sourcePosition(currentPC), warp: currentWarp,
        lane: lane, isWrite: isWrite),
    ]
    return stop
  }

  func convertAddress(_ instruction: DecodedInstruction, _ lanes: Lanes) throws(Stop) {
    let window: UInt64 =
      switch instruction.space {
      case .shared, .sharedBlock, .sharedCluster: AddressWindow.shared
      case .local: AddressWindow.local
      case .param: AddressWindow.parameters
      case .generic, .global, .const: 0
      }
    lanes.forEachLane { lane in
      let value = lanes.read64(instruction.a, lane)
      lanes.write(
        instruction.result, isWide: true, lane,
        instruction.value == 1 ? value &- window : value &+ window)
    }
  }

  func isInSpace(_ instruction: DecodedInstruction, _ lanes: Lanes) {
    var found: UInt32 = 0
    lanes.forEachLane { lane in
      let address = lanes.read64(instruction.a, lane)
      let isShared = address &- AddressWindow.shared < AddressWindow.size
      let isLocal = address &- AddressWindow.local < AddressWindow.size
      let isIn: Bool =
        switch instruction.space {
        case .shared, .sharedBlock, .sharedCluster: isShared
        case .local: isLocal
        case .const: memory.index(of: address).map { memory.allocations[$0].isConstant } ?? false
        case .generic, .global, .param:
          !isShared && !isLocal && address &- AddressWindow.parameters >= AddressWindow.size
        }
      if isIn { found |= 1 << UInt32(lane) }
    }
    lanes.setPredicate(instruction.result, found)
  }
}
