import PTX

extension Block {
  /// Registers side by side become one, the first in the lowest bits.
  func pack(_ instruction: DecodedInstruction, _ lanes: Lanes) {
    let width = instruction.sourceType.bitWidth
    let count = Int(instruction.count)
    let places = lists + Int(instruction.extra)
    lanes.forEachLane { lane in
      if instruction.type == .b128 {
        let (low, high) = (lanes.read64(places[0], lane), lanes.read64(places[1], lane))
        lanes.write(instruction.result, isWide: true, lane, low)
        lanes.write(instruction.result + 256, isWide: true, lane, high)
        return
      }
      var value: UInt64 = 0
      for index in 0..<count {
        let mask: UInt64 = (1 << UInt64(width)) - 1
        let part = UInt64(lanes.read32(places[index], lane)) & mask
        value |= part << UInt64(index * width)
      }
      lanes.write(instruction.result, isWide: instruction.wide & 1 != 0, lane, value)
    }
  }

  /// A register becomes several.
  func unpack(_ instruction: DecodedInstruction, _ lanes: Lanes) {
    let width = instruction.sourceType.bitWidth
    let count = Int(instruction.count)
    let places = lists + Int(instruction.extra)
    lanes.forEachLane { lane in
      if instruction.type == .b128 {
        let low = lanes.read64(instruction.a, lane)
        let high = lanes.read64(instruction.a + 256, lane)
        if places[0] >= 0 { lanes.write(places[0], isWide: true, lane, low) }
        if places[1] >= 0 { lanes.write(places[1], isWide: true, lane, high) }
        return
      }
      let value = lanes.read(instruction.a, isWide: instruction.wide & 2 != 0, lane)
      for index in 0..<count where places[index] >= 0 {
        let part = value >> UInt64(index * width) & ((1 << UInt64(width)) - 1)
        lanes.write32(places[index], lane, UInt32(truncatingIfNeeded: part))
      }
    }
  }

  /// The clock counts the instructions of the block, so that it grows and runs are alike.
  func readClock(_ instruction: DecodedInstruction, _ lanes: Lanes) {
    steps += 1
    let clock = instruction.type == .s64 ? steps >> 32 : steps
    lanes.forEachLane { lane in
      lanes.write(instruction.result, isWide: instruction.wide & 1 != 0, lane, clock)
    }
  }
}
