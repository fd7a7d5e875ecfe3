extension Block {
  /// Looks for lanes whose values another lane of the same store to shared memory has overwritten
  /// with a different one: which of them stays is undefined (PTX ISA, "st").
  ///
  /// The lanes of a store have the same width and are aligned, so that two of them share all bytes
  /// or none: what is in memory afterwards tells.
  ///
  /// - Requires: `offsets` has the places of the lanes in shared memory.
  func checkOverwrites(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) throws(Stop) {
    if areApart(instruction, lanes) || instruction.pointee.modifiers.contains(.strong) { return }
    let places = lists + Int(instruction.pointee.extra)
    let stride = instruction.pointee.wide & 1 != 0 ? 8 : 4
    let size = Int(instruction.pointee.size)
    var overwritten: UInt32 = 0
    for index in 0..<Int(instruction.pointee.count) {
      let source = lanes.registers + Int(places[index])
      let bytes = shared + index * size
      let found: UInt32 =
        switch size {
        case 1: differences(UInt8.self, source, stride, bytes, lanes)
        case 2: differences(UInt16.self, source, stride, bytes, lanes)
        case 4: differences(UInt32.self, source, stride, bytes, lanes)
        case 8: differences(UInt64.self, source, stride, bytes, lanes)
        // The second half of a register of 128 bits lies behind the first of all lanes.
        default:
          differences(UInt64.self, source, 8, bytes, lanes)
            | differences(UInt64.self, source + 256, 8, bytes + 8, lanes)
        }
      overwritten |= found
    }
    guard overwritten != 0 else { return }
    let first = overwritten.trailingZeroBitCount
    var last = first
    lanes.forEachLane { if offsets[$0] == offsets[first] { last = $0 } }
    let stamp = UInt32(truncatingIfNeeded: currentWarp)
    let place = UInt32(truncatingIfNeeded: currentPC << 5 | first)
    throw race(
      RaceShadow.Conflict(stamp: stamp, place: place, isWrite: true),
      Spot(bytes: shared, marks: nil, sharedOffset: offsets[last]), last, isWrite: true)
  }

  /// Whether all lanes store to places of their own, as far as the lowest bits of the places tell.
  @inline(__always)
  private func areApart(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) -> Bool {
    let byteCount = Int(instruction.pointee.size) * Int(instruction.pointee.count)
    let shift = byteCount.trailingZeroBitCount
    var seen: UInt64 = 0
    if lanes.mask == .max {
      for lane in 0..<32 { seen |= 1 &<< UInt64(truncatingIfNeeded: offsets[lane] &>> shift) }
    } else {
      lanes.forEachLane { seen |= 1 &<< UInt64(truncatingIfNeeded: offsets[$0] &>> shift) }
    }
    return seen.nonzeroBitCount == lanes.mask.nonzeroBitCount
  }

  /// The lanes whose value is not the one in memory.
  @inline(__always)
  private func differences<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, _ source: UnsafeMutableRawPointer, _ stride: Int,
    _ bytes: UnsafeMutableRawPointer, _ lanes: Lanes
  ) -> UInt32 {
    var result: UInt32 = 0
    lanes.forEachLane { lane in
      let value = source.load(fromByteOffset: lane * stride, as: Value.self)
      let stored = bytes.load(fromByteOffset: offsets[lane], as: Value.self)
      if value != stored { result |= 1 << UInt32(lane) }
    }
    return result
  }
}
