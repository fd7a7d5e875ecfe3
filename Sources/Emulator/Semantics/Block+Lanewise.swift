import Arithmetic
import PTX

extension Block {
  /// Executes an operation lane by lane.
  func executeLanewise(
    _ operation: LaneOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    let keep = IntegerArithmetic.mask(Int(instruction.count))
    let wide = instruction.wide
    let chosen = operation == .select ? lanes.predicate(instruction.extra) : 0
    lanes.forEachLane { lane in
      let a = lanes.read(instruction.a, isWide: wide & 2 != 0, lane)
      let b = lanes.read(instruction.b, isWide: wide & 4 != 0, lane)
      let c = lanes.read(instruction.c, isWide: wide & 8 != 0, lane)
      let value =
        operation == .select
        ? (chosen >> UInt32(lane) & 1 == 1 ? a : b)
        : Self.evaluate(operation, instruction, a, b, c)
      lanes.write(instruction.result, isWide: wide & 1 != 0, lane, value & keep)
    }
  }

  /// The result of an operation on the bits of one lane.
  static func evaluate(
    _ operation: LaneOperation, _ instruction: DecodedInstruction, _ a: UInt64, _ b: UInt64,
    _ c: UInt64
  ) -> UInt64 {
    let type = instruction.type
    switch operation.family {
    case .conversion: return Scalar.convert(operation, instruction, a, b, c) ?? 0
    case .integer:
      return Scalar.integer(
        operation, type, a, b, c, table: instruction.value, sourceType: instruction.sourceType) ?? 0
    case .float: break
    }
    let format = Scalar.format(type)
    guard type == .f16x2 || type == .bf16x2 else {
      return Scalar.float(operation, format, instruction, a, b, c) ?? 0
    }
    let low = Scalar.float(
      operation, format, instruction, a & 0xFFFF, b & 0xFFFF, c & 0xFFFF)
    let high = Scalar.float(
      operation, format, instruction, a >> 16 & 0xFFFF, b >> 16 & 0xFFFF, c >> 16 & 0xFFFF)
    return (low ?? 0) | (high ?? 0) << 16
  }
}
