import PTX

extension Block {
  /// Loads one value or a vector into registers.
  func load(
    _ instruction: DecodedInstruction, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    let type = instruction.type
    let size = type.byteCount
    let total = size * Int(instruction.count)
    let isStrong = instruction.modifiers.contains(.strong)
    try lanes.visit { lane throws(Stop) in
      let address = address(instruction, lanes, lane)
      let spot = try spot(
        instruction.space, address, byteCount: total, warp, lane, isWrite: false)
      try checkWritten(spot, byteCount: total, lane, address)
      try trackRaces(spot, byteCount: total, lane, isWrite: false, isStrong: isStrong)
      fill(instruction, lanes, lane, from: spot.bytes)
    }
  }

  /// Fills the results of a load from `bytes`.
  private func fill(
    _ instruction: DecodedInstruction, _ lanes: Lanes, _ lane: Int,
    from bytes: UnsafeRawPointer
  ) {
    let type = instruction.type
    let places = lists + Int(instruction.extra)
    let keep: UInt64 = UInt64.max >> UInt64(64 - instruction.c)
    for index in 0..<Int(instruction.count) where places[index] >= 0 {
      let place = places[index]
      if type == .b128 {
        let low = bytes.loadUnaligned(as: UInt64.self)
        let high = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        lanes.write(place, isWide: true, lane, low)
        lanes.write(place + 256, isWide: true, lane, high)
        continue
      }
      let value = Self.value(at: bytes + index * type.byteCount, type)
      lanes.write(place, isWide: instruction.wide & 1 != 0, lane, value & keep)
    }
  }

  /// The value of `type` at `bytes`, extended to 64 bits.
  static func value(at bytes: UnsafeRawPointer, _ type: PTXType) -> UInt64 {
    let bits: UInt64 =
      switch type.byteCount {
      case 1: UInt64(bytes.loadUnaligned(as: UInt8.self))
      case 2: UInt64(bytes.loadUnaligned(as: UInt16.self))
      case 4: UInt64(bytes.loadUnaligned(as: UInt32.self))
      default: bytes.loadUnaligned(as: UInt64.self)
      }
    return Scalar.extend(bits, type)
  }

  /// Writes the low bytes of `value` at `bytes`.
  static func store(_ value: UInt64, at bytes: UnsafeMutableRawPointer, byteCount: Int) {
    switch byteCount {
    case 1: bytes.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
    case 2: bytes.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
    case 4: bytes.storeBytes(of: UInt32(truncatingIfNeeded: value), as: UInt32.self)
    default: bytes.storeBytes(of: value, as: UInt64.self)
    }
  }

  /// Loads a parameter, at a place that all lanes have in common.
  func loadParameter(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) throws(Stop) {
    let total = Int(instruction.pointee.size) * Int(instruction.pointee.count)
    let first = lanes.mask.trailingZeroBitCount
    let address = address(instruction.pointee, lanes, first)
    let spot = try parameterSpot(address, total, first, isWrite: false)
    fill(instruction.pointee, lanes, first, from: spot.bytes)
    let places = lists + Int(instruction.pointee.extra)
    let isWide = instruction.pointee.wide & 1 != 0
    for index in 0..<Int(instruction.pointee.count) where places[index] >= 0 {
      lanes.spread(places[index], isWide: isWide, from: first)
      if instruction.pointee.type == .b128 {
        lanes.spread(places[index] + 256, isWide: true, from: first)
      }
    }
  }

  /// Stores one value or a vector from registers.
  func store(
    _ instruction: UnsafeMutablePointer<DecodedInstruction>, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    let (type, space) = (instruction.pointee.type, instruction.pointee.space)
    let size = type.byteCount
    let count = Int(instruction.pointee.count)
    let places = lists + Int(instruction.pointee.extra)
    let isStrong = instruction.pointee.modifiers.contains(.strong)
    let isWide = instruction.pointee.wide & 1 != 0
    var shared: UInt32 = 0
    try lanes.visit { lane throws(Stop) in
      let address = address(instruction.pointee, lanes, lane)
      let spot = try spot(
        space, address, byteCount: size * count, warp, lane, isWrite: true)
      try trackRaces(spot, byteCount: size * count, lane, isWrite: true, isStrong: isStrong)
      for index in 0..<count {
        if type == .b128 {
          Self.store(lanes.read64(places[index], lane), at: spot.bytes, byteCount: 8)
          Self.store(lanes.read64(places[index] + 256, lane), at: spot.bytes + 8, byteCount: 8)
          continue
        }
        let value = lanes.read(places[index], isWide: isWide, lane)
        Self.store(value, at: spot.bytes + index * size, byteCount: size)
      }
      spot.marks?.update(repeating: 1, count: size * count)
      if spot.sharedOffset >= 0 {
        offsets[lane] = spot.sharedOffset
        shared |= 1 << UInt32(lane)
      }
    }
    guard shared != 0, races != nil else { return }
    var sharing = lanes
    sharing.mask = shared
    try checkOverwrites(instruction, sharing)
  }
}
