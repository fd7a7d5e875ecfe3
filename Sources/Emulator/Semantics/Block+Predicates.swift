import Arithmetic
import PTX

extension Block {
  func executePredicate(
    _ operation: PredicateOperation, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    let a = lanes.predicate(instruction.a)
    let value =
      switch operation {
      case .and: a & lanes.predicate(instruction.b)
      case .or: a | lanes.predicate(instruction.b)
      case .xor: a ^ lanes.predicate(instruction.b)
      case .not: ~a
      case .move: a
      }
    lanes.setPredicate(instruction.result, value)
  }

  func compare(
    _ comparison: Comparison, _ combination: Combination, _ instruction: DecodedInstruction,
    _ lanes: Lanes
  ) {
    var found =
      compareVector(comparison, instruction, lanes)
      ?? compareLanes(comparison, instruction, lanes)
    var negated = ~found
    if combination != .none {
      let other = lanes.predicate(instruction.c)
      switch combination {
      case .none: break
      case .and: (found, negated) = (found & other, negated & other)
      case .or: (found, negated) = (found | other, negated | other)
      case .xor: (found, negated) = (found ^ other, negated ^ other)
      }
    }
    if instruction.result >= 0 { lanes.setPredicate(instruction.result, found) }
    if instruction.extra >= 0 { lanes.setPredicate(instruction.extra, negated) }
  }

  private func compareLanes(
    _ comparison: Comparison, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) -> UInt32 {
    var found: UInt32 = 0
    let (wideA, wideB) = (instruction.wide & 2 != 0, instruction.wide & 4 != 0)
    lanes.forEachLane { lane in
      let isTrue = Scalar.compare(
        comparison, lanes.read(instruction.a, isWide: wideA, lane),
        lanes.read(instruction.b, isWide: wideB, lane), instruction.type,
        isFlushing: instruction.modifiers.contains(.flush))
      if isTrue { found |= 1 << UInt32(lane) }
    }
    return found
  }

  /// The lanes in which a frequent comparison holds; nil for the others.
  private func compareVector(
    _ comparison: Comparison, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) -> UInt32? {
    let (a, b) = (instruction.a, instruction.b)
    switch (instruction.type, comparison) {
    case (.b32, .eq), (.s32, .eq), (.u32, .eq):
      return find(a, b, lanes) { (x: UInt32, y: UInt32) in x == y }
    case (.b32, .ne), (.s32, .ne), (.u32, .ne):
      return find(a, b, lanes) { (x: UInt32, y: UInt32) in x != y }
    case (.s32, .lt): return find(a, b, lanes) { (x: Int32, y: Int32) in x < y }
    case (.s32, .le): return find(a, b, lanes) { (x: Int32, y: Int32) in x <= y }
    case (.s32, .gt): return find(a, b, lanes) { (x: Int32, y: Int32) in x > y }
    case (.s32, .ge): return find(a, b, lanes) { (x: Int32, y: Int32) in x >= y }
    case (.u32, .lt): return find(a, b, lanes) { (x: UInt32, y: UInt32) in x < y }
    case (.u32, .le): return find(a, b, lanes) { (x: UInt32, y: UInt32) in x <= y }
    case (.u32, .gt): return find(a, b, lanes) { (x: UInt32, y: UInt32) in x > y }
    case (.u32, .ge): return find(a, b, lanes) { (x: UInt32, y: UInt32) in x >= y }
    case (.s64, .lt): return find(a, b, lanes) { (x: Int64, y: Int64) in x < y }
    case (.s64, .ge): return find(a, b, lanes) { (x: Int64, y: Int64) in x >= y }
    case (.f32, .lt) where instruction.modifiers.isDisjoint(with: .flush):
      return find(a, b, lanes) { (x: Float, y: Float) in x < y }
    case (.f32, .gt) where instruction.modifiers.isDisjoint(with: .flush):
      return find(a, b, lanes) { (x: Float, y: Float) in x > y }
    default: return nil
    }
  }

  func comparePair(
    _ comparison: Comparison, _ instruction: DecodedInstruction, _ lanes: Lanes
  ) {
    var (low, high): (UInt32, UInt32) = (0, 0)
    let type: PTXType = instruction.type == .f16x2 ? .f16 : .bf16
    let isFlushing = instruction.modifiers.contains(.flush)
    lanes.forEachLane { lane in
      let (a, b) = (lanes.read32(instruction.a, lane), lanes.read32(instruction.b, lane))
      if Scalar.compare(
        comparison, UInt64(a & 0xFFFF), UInt64(b & 0xFFFF), type, isFlushing: isFlushing)
      {
        low |= 1 << UInt32(lane)
      }
      if Scalar.compare(
        comparison, UInt64(a >> 16), UInt64(b >> 16), type, isFlushing: isFlushing)
      {
        high |= 1 << UInt32(lane)
      }
    }
    if instruction.result >= 0 { lanes.setPredicate(instruction.result, low) }
    if instruction.extra >= 0 { lanes.setPredicate(instruction.extra, high) }
  }

  func test(_ kind: FloatClass, _ instruction: DecodedInstruction, _ lanes: Lanes) {
    let isWide = instruction.wide & 2 != 0
    var found: UInt32 = 0
    lanes.forEachLane { lane in
      let bits = lanes.read(instruction.a, isWide: isWide, lane)
      let value = Scalar.FloatValueClass(bits, instruction.type)
      let isTrue =
        switch kind {
        case .finite: value.isFinite
        case .infinite: value.isInfinite
        case .number: !value.isNaN
        case .notanumber: value.isNaN
        // Zero counts as normal (PTX ISA, "testp").
        case .normal: value.isNormal || (value.isFinite && !value.isSubnormal)
        case .subnormal: value.isSubnormal
        }
      if isTrue { found |= 1 << UInt32(lane) }
    }
    lanes.setPredicate(instruction.result, found)
  }
}
