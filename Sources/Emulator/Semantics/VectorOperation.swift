/// Operations that whole warps execute at once, without a test in each lane.
///
/// They are the frequent ones; `LaneOperation` has all.
enum VectorOperation: UInt8 {
  case move32, move64, select32, select64
  case add32, sub32, mulLo32, madLo32, neg32
  case and32, or32, xor32, not32, shl32, shrU32, shrS32
  case minS32, maxS32, minU32, maxU32
  case mulWideS32, mulWideU32, madWideS32, madWideU32
  case add64, sub64, mulLo64, madLo64, and64, or64, xor64, shl64, shrU64, shrS64
  case extendS32, extendU32, truncate64
  case addF32, subF32, mulF32, fmaF32, minF32, maxF32, negF32, absF32
  case addF64, subF64, mulF64, fmaF64
  case s32ToF32, u32ToF32, f16ToF32, bf16ToF32, f32ToF16, f32ToBF16
  case f32PairToF16, f32PairToBF16
  case divF32, reciprocalF32, squareRootF32, reciprocalSquareRootF32
  case exponential2F32, exponential2FlushedF32
  case pack16, pack32, unpack16, unpack32
}

extension DecodedInstruction {
  /// The same as a vector operation, if there is one for it.
  var vectorized: DecodedInstruction {
    let vector: VectorOperation? =
      switch operation {
      case .lanewise(let operation): vectorOperation(operation)
      case .pack where count == 2:
        switch (type.bitWidth, wide) {
        case (32, 0): .pack16
        case (64, 1): .pack32
        default: nil
        }
      case .unpack where count == 2 && result >= 0 && b >= 0:
        switch (type.bitWidth, wide) {
        case (32, 0): .unpack16
        case (64, 2): .unpack32
        default: nil
        }
      default: nil
      }
    guard let vector else { return self }
    var result = self
    result.operation = .vector(vector)
    return result
  }

  private func vectorOperation(_ operation: LaneOperation) -> VectorOperation? {
    switch (type.bitWidth, wide) {
    case (32, 0) where count == 32: return operation32(operation)
    case (64, _): return operation64(operation)
    case (16, 0) where count == 16: return operation16(operation)
    case (32, 2) where operation == .integerToInteger && sourceType.bitWidth == 64:
      return modifiers.isDisjoint(with: .saturate) && count == 32 ? .truncate64 : nil
    default: return operationWide(operation)
    }
  }

  private var isPlain: Bool {
    rounding == .nearestEven
      && modifiers.isDisjoint(with: [
        .flush, .saturate, .relu, .saturateFinite, .propagateNaN, .xorSign,
      ])
  }

  private func operation16(_ operation: LaneOperation) -> VectorOperation? {
    switch operation {
    case .floatToFloat where isPlain && sourceType == .f32:
      type == .f16 ? .f32ToF16 : type == .bf16 ? .f32ToBF16 : nil
    case .and: .and32
    case .or: .or32
    case .xor: .xor32
    case .move: .move32
    case .select: .select32
    default: nil
    }
  }

  private func operation32(_ operation: LaneOperation) -> VectorOperation? {
    let isSigned = type.isSigned
    switch operation {
    case .move: return .move32
    case .select: return .select32
    case .add: return .add32
    case .sub: return .sub32
    case .mulLo: return .mulLo32
    case .madLo: return .madLo32
    case .neg: return .neg32
    case .and: return .and32
    case .or: return .or32
    case .xor: return .xor32
    case .not: return .not32
    case .shl: return .shl32
    case .shr: return isSigned ? .shrS32 : .shrU32
    case .min: return isSigned ? .minS32 : .minU32
    case .max: return isSigned ? .maxS32 : .maxU32
    case .integerToFloat where isPlain && type == .f32 && sourceType.bitWidth == 32:
      return sourceType.isSigned ? .s32ToF32 : .u32ToF32
    case .integerToInteger where sourceType.bitWidth == 32 && isPlain: return .move32
    case .floatToFloat where isPlain && type == .f32 && sourceType == .f16: return .f16ToF32
    case .floatToFloat where isPlain && type == .f32 && sourceType == .bf16: return .bf16ToF32
    case .packFloats where isPlain: return type == .f16x2 ? .f32PairToF16 : .f32PairToBF16
    default: break
    }
    guard type == .f32 else { return nil }
    if operation == .exponential2, modifiers == .flush { return .exponential2FlushedF32 }
    guard isPlain else { return nil }
    switch operation {
    case .floatAdd: return .addF32
    case .floatSub: return .subF32
    case .floatMul: return .mulF32
    case .floatFMA: return .fmaF32
    case .floatMin: return .minF32
    case .floatMax: return .maxF32
    case .floatNeg: return .negF32
    case .floatAbs: return .absF32
    case .floatDiv, .divApproximate: return .divF32
    case .floatReciprocal, .reciprocalApproximate: return .reciprocalF32
    case .floatSquareRoot, .squareRootApproximate: return .squareRootF32
    case .reciprocalSquareRootApproximate: return .reciprocalSquareRootF32
    case .exponential2: return .exponential2F32
    default: return nil
    }
  }

  private func operation64(_ operation: LaneOperation) -> VectorOperation? {
    // Shifts take their amount from 32 bits; everything else is wide throughout.
    switch (operation, wide) {
    case (.move, 3): return .move64
    case (.select, 7): return .select64
    case (.add, 7): return .add64
    case (.sub, 7): return .sub64
    case (.mulLo, 7): return .mulLo64
    case (.madLo, 15): return .madLo64
    case (.and, 7): return .and64
    case (.or, 7): return .or64
    case (.xor, 7): return .xor64
    case (.shl, 3): return .shl64
    case (.shr, 3): return type.isSigned ? .shrS64 : .shrU64
    case (.integerToInteger, 1) where sourceType.bitWidth == 32 && isPlain:
      return sourceType.isSigned ? .extendS32 : .extendU32
    case (.integerToInteger, 3) where sourceType.bitWidth == 64 && isPlain: return .move64
    case (.floatAdd, 7) where isPlain: return .addF64
    case (.floatSub, 7) where isPlain: return .subF64
    case (.floatMul, 7) where isPlain: return .mulF64
    case (.floatFMA, 15) where isPlain: return .fmaF64
    default: return nil
    }
  }

  /// Products whose result is twice as wide as the factors, whose type the instruction has.
  private func operationWide(_ operation: LaneOperation) -> VectorOperation? {
    guard type.bitWidth == 32 else { return nil }
    switch (operation, wide) {
    case (.mulWide, 1): return type.isSigned ? .mulWideS32 : .mulWideU32
    case (.madWide, 9): return type.isSigned ? .madWideS32 : .madWideU32
    default: return nil
    }
  }
}
