import Arithmetic
import PTX

extension Block {
  /// A read-modify-write of one value or of each of a vector.
  func atomic(
    _ operation: AtomicOperation, _ instruction: DecodedInstruction, _ warp: Warp, _ lanes: Lanes
  ) throws(Stop) {
    let type = instruction.type
    let size = type.byteCount
    let count = Int(instruction.count)
    let places = lists + Int(instruction.extra)
    let isWide = instruction.wide & 1 != 0
    try lanes.visit { lane throws(Stop) in
      let address = address(instruction, lanes, lane)
      let spot = try spot(
        instruction.space, address, byteCount: size * count, warp, lane, isWrite: true)
      try checkWritten(spot, byteCount: size * count, lane, address)
      try trackRaces(spot, byteCount: size * count, lane, isWrite: true, isStrong: true)
      for index in 0..<count {
        let operand = lanes.read(places[count + index], isWide: isWide, lane)
        let other = operation == .cas ? lanes.read(places[2], isWide: isWide, lane) : 0
        let bytes = spot.bytes + index * size
        // Sums of 32-bit floats flush subnormal numbers in global memory only (PTX ISA, "atom").
        let isFlushing = spot.globalAddress != 0 && type == .f32
        let body = {
          let old = Self.value(at: bytes, type)
          let new = Self.update(operation, type, old, operand, other, isFlushing: isFlushing)
          Self.store(new, at: bytes, byteCount: size)
          return old
        }
        let old =
          isParallel && spot.globalAddress != 0
          ? memory.exclusively(at: address + UInt64(index * size), body) : body()
        if places[index] >= 0 {
          lanes.write(
            places[index], isWide: isWide, lane, old & IntegerArithmetic.mask(min(size * 8, 64)))
        }
      }
    }
  }

  /// What a read-modify-write leaves in memory.
  private static func update(
    _ operation: AtomicOperation, _ type: PTXType, _ old: UInt64, _ operand: UInt64,
    _ other: UInt64, isFlushing: Bool
  ) -> UInt64 {
    let mask = IntegerArithmetic.mask(type.bitWidth)
    switch operation {
    case .exch: return operand
    case .cas: return (old ^ operand) & mask == 0 ? other : old
    case .and: return old & operand
    case .or: return old | operand
    case .xor: return old ^ operand
    // inc and dec wrap at the operand (PTX ISA, "atom").
    case .inc: return old & mask >= operand & mask ? 0 : old &+ 1
    case .dec: return old & mask == 0 || old & mask > operand & mask ? operand : old &- 1
    case .add, .min, .max:
      var instruction = DecodedInstruction(.nothing)
      (instruction.type, instruction.sourceType) = (type, type)
      let isFloat = FunctionDecoder.isFloat(type)
      if isFlushing { instruction.modifiers.insert(.flush) }
      let lane: LaneOperation =
        switch operation {
        case .add: isFloat ? .floatAdd : .add
        case .min: isFloat ? .floatMin : .min
        default: isFloat ? .floatMax : .max
        }
      return evaluate(lane, instruction, old & mask, operand & mask, 0)
    }
  }
}
