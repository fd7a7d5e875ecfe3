import PTX

extension Block {
  /// Memory that all lanes of an access lie in; their places in it are `offsets`.
  struct Span {
    var bytes: UnsafeMutableRawPointer
    var marks: UnsafeMutablePointer<UInt8>
    var isShared: Bool
    /// The place of the first lane if all execute and lie side by side, in order; then `offsets` is
    /// not filled. Otherwise -1.
    var run = -1
  }

  /// The memory that an access of `byteCount` bytes by each lane lies in.
  ///
  /// Nil if the lanes do not lie together or one of them is at fault, which the way lane by lane
  /// finds. Lanes that do not execute get the place of one that does.
  @inline(__always)
  func span(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes, byteCount: Int,
    isWrite: Bool
  ) -> Span? {
    let first = lanes.mask.trailingZeroBitCount
    let isWide = instruction.pointee.wide & 2 != 0
    let offset = UInt64(bitPattern: instruction.pointee.value)
    let start = lanes.read(instruction.pointee.a, isWide: isWide, first) &+ offset
    let base: UInt64
    let limit: Int
    var span: Span
    switch instruction.pointee.space {
    case .shared, .sharedBlock, .sharedCluster:
      base = UInt64(AddressWindow.sharedStart)
      limit = sharedByteCount - byteCount
      span = Span(bytes: shared, marks: sharedMarks, isShared: true)
    case .global, .generic:
      if start &- AddressWindow.shared < AddressWindow.size, instruction.pointee.isGeneric {
        base = AddressWindow.shared + UInt64(AddressWindow.sharedStart)
        limit = sharedByteCount - byteCount
        span = Span(bytes: shared, marks: sharedMarks, isShared: true)
      } else {
        guard let extent = extent(of: start) else { return nil }
        if isWrite, extent.isConstant { return nil }
        base = extent.address
        limit = extent.byteCount - byteCount
        span = Span(bytes: extent.bytes, marks: extent.marks, isShared: false)
      }
    case .local, .const, .param: return nil
    }
    let back = Int(bitPattern: UInt(base &- offset))
    let firstOffset = Int(bitPattern: UInt(start &- base))
    let registers = lanes.registers + Int(instruction.pointee.a)
    if lanes.mask == .max, isRun(registers, isWide: isWide, byteCount: byteCount) {
      guard firstOffset >= 0, firstOffset <= limit &- 31 * byteCount,
        (firstOffset | Int(bitPattern: UInt(base))) & (byteCount - 1) == 0
      else { return nil }
      span.run = firstOffset
      return span
    }
    if isWide {
      let addresses = registers.assumingMemoryBound(to: Int.self)
      for lane in 0..<32 { offsets[lane] = addresses[lane] &- back }
    } else {
      let addresses = registers.assumingMemoryBound(to: UInt32.self)
      for lane in 0..<32 { offsets[lane] = Int(addresses[lane]) &- back }
    }
    if lanes.mask != .max {
      let mask = lanes.mask
      for lane in 0..<32 where mask & laneBits[lane] == 0 { offsets[lane] = firstOffset }
    }
    var (outside, low) = (0, 0)
    for lane in 0..<32 {
      outside |= offsets[lane] | (limit &- offsets[lane])
      low |= offsets[lane]
    }
    // The base is a multiple of every size that is accessed.
    guard outside >= 0, (low | Int(bitPattern: UInt(base))) & (byteCount - 1) == 0 else {
      return nil
    }
    return span
  }

  /// Whether the addresses of all lanes lie side by side.
  @inline(__always)
  private func isRun(
    _ registers: UnsafeMutableRawPointer, isWide: Bool, byteCount: Int
  ) -> Bool {
    if isWide {
      let addresses = registers.assumingMemoryBound(to: UInt64.self)
      let (first, step) = (addresses[0], UInt64(truncatingIfNeeded: byteCount))
      // Two lanes tell most of the others.
      guard addresses[31] == first &+ 31 * step else { return false }
      var difference: UInt64 = 0
      var expected = first
      for lane in 0..<32 {
        difference |= addresses[lane] ^ expected
        expected &+= step
      }
      return difference == 0
    }
    let addresses = registers.assumingMemoryBound(to: UInt32.self)
    let (first, step) = (addresses[0], UInt32(truncatingIfNeeded: byteCount))
    guard addresses[31] == first &+ 31 * step else { return false }
    var difference: UInt32 = 0
    var expected = first
    for lane in 0..<32 {
      difference |= addresses[lane] ^ expected
      expected &+= step
    }
    return difference == 0
  }

  /// The allocation that an address lies in.
  @inline(__always)
  func extent(of address: UInt64) -> EmulatedMemory.Extent? {
    guard allocationCount > 0 else { return nil }
    let last = allocations[hot.pointee.allocation]
    if address &- last.address < UInt64(last.byteCount) { return last }
    var (low, high) = (0, allocationCount)
    while low < high {
      let middle = (low + high) / 2
      if allocations[middle].address <= address { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let found = allocations[low - 1]
    guard address - found.address < UInt64(found.byteCount) else { return nil }
    hot.pointee.allocation = low - 1
    return found
  }

  /// Whether the bytes that all lanes access were written.
  @inline(__always)
  func areWritten(_ span: Span, byteCount: Int) -> Bool {
    let marks = UnsafeRawPointer(span.marks)
    if span.run >= 0 {
      let start = marks + span.run
      var all: UInt64 = 0x0101_0101_0101_0101
      for word in 0..<(byteCount * 4) {
        all &= start.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
      }
      return all == 0x0101_0101_0101_0101
    }
    switch byteCount {
    case 1:
      var all: UInt8 = 1
      for lane in 0..<32 { all &= span.marks[offsets[lane]] }
      return all == 1
    case 2:
      var all: UInt16 = 0x0101
      for lane in 0..<32 { all &= marks.load(fromByteOffset: offsets[lane], as: UInt16.self) }
      return all == 0x0101
    case 4:
      var all: UInt32 = 0x0101_0101
      for lane in 0..<32 { all &= marks.load(fromByteOffset: offsets[lane], as: UInt32.self) }
      return all == 0x0101_0101
    case 8:
      var all: UInt64 = 0x0101_0101_0101_0101
      for lane in 0..<32 { all &= marks.load(fromByteOffset: offsets[lane], as: UInt64.self) }
      return all == 0x0101_0101_0101_0101
    default:
      var all = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
      for lane in 0..<32 {
        all &= marks.loadUnaligned(fromByteOffset: offsets[lane], as: SIMD2<UInt64>.self)
      }
      return all[0] & all[1] == 0x0101_0101_0101_0101
    }
  }

  /// Loads of 32 or 64 bits by lanes that lie together; says whether it was one.
  @inline(__always)
  func loadSpan(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) -> Bool {
    let size = Int(instruction.pointee.size)
    let count = Int(instruction.pointee.count)
    let isWide = instruction.pointee.wide & 1 != 0
    guard
      size == 4 && !isWide || size == 8 && isWide
        || size == 2 && !isWide && !instruction.pointee.isSigned,
      let span = span(instruction, lanes, byteCount: size * count, isWrite: false),
      !options.checksInitialization || areWritten(span, byteCount: size * count)
    else { return false }
    if span.isShared, let races {
      try trackSpan(races, span, byteCount: size * count, lanes, isWrite: false)
    }
    let places = lists + Int(instruction.pointee.extra)
    let start = span.bytes + max(span.run, 0)
    if span.run >= 0, count == 1, size != 2, places[0] >= 0 {
      (lanes.registers + Int(places[0])).copyMemory(from: start, byteCount: 32 * size)
      return true
    }
    if size * count == 16, count > 1, loadQuads(span, places, size: size, lanes) { return true }
    let step = span.run >= 0 ? size * count : nil
    for index in 0..<count where places[index] >= 0 {
      let bytes = start + index * size
      if size == 8 {
        move(from: bytes, step: step, to: places[index], lanes) { (value: UInt64) in value }
      } else if size == 4 {
        move(from: bytes, step: step, to: places[index], lanes) { (value: UInt32) in value }
      } else {
        move(from: bytes, step: step, to: places[index], lanes) { (value: UInt16) in UInt32(value) }
      }
    }
    return true
  }

  @inline(__always)
  private func move<Memory: BitwiseCopyable, Value: BitwiseCopyable>(
    from bytes: UnsafeMutableRawPointer, step: Int?, to place: Int32, _ lanes: Lanes,
    _ body: (Memory) -> Value
  ) {
    let target = (lanes.registers + Int(place)).assumingMemoryBound(to: Value.self)
    if let step {
      for lane in 0..<32 {
        target[lane] = body(bytes.loadUnaligned(fromByteOffset: lane * step, as: Memory.self))
      }
    } else if lanes.mask == .max {
      for lane in 0..<32 {
        target[lane] = body(bytes.load(fromByteOffset: offsets[lane], as: Memory.self))
      }
    } else {
      lanes.forEachLane { lane in
        target[lane] = body(bytes.load(fromByteOffset: offsets[lane], as: Memory.self))
      }
    }
  }

  /// Stores of 16, 32 or 64 bits by lanes that lie together; says whether it was one.
  @inline(__always)
  func storeSpan(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) -> Bool {
    let size = Int(instruction.pointee.size)
    let count = Int(instruction.pointee.count)
    let isWide = instruction.pointee.wide & 1 != 0
    guard size == 4 && !isWide || size == 8 && isWide || size == 2 && !isWide,
      let span = span(instruction, lanes, byteCount: size * count, isWrite: true)
    else { return false }
    if span.isShared, let races {
      try trackSpan(races, span, byteCount: size * count, lanes, isWrite: true)
    }
    let places = lists + Int(instruction.pointee.extra)
    let isQuads =
      size * count == 16 && count > 1 && storeQuads(span, places, size: size, lanes)
    if span.run >= 0 {
      if !isQuads { storeRun(span, places, size: size, count: count, lanes) }
      (span.marks + span.run).update(repeating: 1, count: 32 * size * count)
      return true
    }
    for index in 0..<(isQuads ? 0 : count) {
      let bytes = span.bytes + index * size
      switch size {
      case 8: put(UInt64.self, UInt64.self, from: places[index], to: bytes, lanes)
      case 4: put(UInt32.self, UInt32.self, from: places[index], to: bytes, lanes)
      default: put(UInt32.self, UInt16.self, from: places[index], to: bytes, lanes)
      }
    }
    let marks = UnsafeMutableRawPointer(span.marks)
    switch size * count {
    case 2: mark(marks, UInt16(0x0101))
    case 4: mark(marks, UInt32(0x0101_0101))
    case 8: mark(marks, UInt64(0x0101_0101_0101_0101))
    default: mark(marks, SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101))
    }
    if span.isShared, races != nil { try checkOverwrites(instruction, lanes) }
    return true
  }

  /// Stores registers where the lanes lie side by side.
  @inline(__always)
  private func storeRun(
    _ span: Span, _ places: UnsafeMutablePointer<Int32>, size: Int, count: Int, _ lanes: Lanes
  ) {
    let start = span.bytes + span.run
    let step = size * count
    if count == 1, size != 2 {
      start.copyMemory(from: lanes.registers + Int(places[0]), byteCount: 32 * size)
    } else {
      for index in 0..<count {
        let source = lanes.registers + Int(places[index])
        let bytes = start + index * size
        switch size {
        case 8:
          for lane in 0..<32 {
            bytes.storeBytes(
              of: source.load(fromByteOffset: lane * 8, as: UInt64.self),
              toByteOffset: lane * step, as: UInt64.self)
          }
        case 4:
          for lane in 0..<32 {
            bytes.storeBytes(
              of: source.load(fromByteOffset: lane * 4, as: UInt32.self),
              toByteOffset: lane * step, as: UInt32.self)
          }
        default:
          for lane in 0..<32 {
            bytes.storeBytes(
              of: source.load(fromByteOffset: lane * 4, as: UInt16.self),
              toByteOffset: lane * step, as: UInt16.self)
          }
        }
      }
    }
  }

  /// Stores a register, in the order of the lanes: where two store to one place the last one stays.
  @inline(__always)
  private func put<
    Value: FixedWidthInteger & BitwiseCopyable, Memory: FixedWidthInteger & BitwiseCopyable
  >(
    _ type: Value.Type, _ memory: Memory.Type, from place: Int32,
    to bytes: UnsafeMutableRawPointer, _ lanes: Lanes
  ) {
    let source = (lanes.registers + Int(place)).assumingMemoryBound(to: Value.self)
    if lanes.mask == .max {
      for lane in 0..<32 {
        bytes.storeBytes(
          of: Memory(truncatingIfNeeded: source[lane]), toByteOffset: offsets[lane],
          as: Memory.self)
      }
    } else {
      lanes.forEachLane { lane in
        bytes.storeBytes(
          of: Memory(truncatingIfNeeded: source[lane]), toByteOffset: offsets[lane],
          as: Memory.self)
      }
    }
  }

  /// Marks what all lanes stored; those that do not execute have the place of one that does.
  @inline(__always)
  private func mark<Mark: BitwiseCopyable>(_ marks: UnsafeMutableRawPointer, _ mark: Mark) {
    for lane in 0..<32 { marks.storeBytes(of: mark, toByteOffset: offsets[lane], as: Mark.self) }
  }

  /// Fills `offsets` with the places of lanes that lie side by side.
  @inline(__always)
  func spread(_ span: Span, byteCount: Int) {
    if span.run >= 0 { for lane in 0..<32 { offsets[lane] = span.run + lane * byteCount } }
  }

  /// Notes the accesses to shared memory of lanes that lie together and reports a race.
  func trackSpan(
    _ races: RaceShadow, _ span: Span, byteCount: Int, _ lanes: Lanes, isWrite: Bool
  ) throws(Stop) {
    let isStrong = code[hot.pointee.pc].modifiers.contains(.strong)
    spread(span, byteCount: byteCount)
    let failed = races.access(
      offsets, byteCount: byteCount, warp: hot.pointee.warp, lanes: lanes.mask,
      pc: hot.pointee.pc, isWrite: isWrite, isStrong: isStrong)
    guard let failed else { return }
    let spot = Spot(
      bytes: span.bytes, marks: span.marks, sharedOffset: offsets[failed.lane])
    throw race(failed.conflict, spot, failed.lane, isWrite: isWrite)
  }
}
