import Arithmetic

extension Block {
  /// Executes a vector operation.
  func executeVector(_ i: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes) {
    guard case .vector(let operation) = i.pointee.operation else { return }
    switch operation {
    case .move32: map(i, lanes) { (a: UInt32) in a }
    case .move64: map(i, lanes) { (a: UInt64) in a }
    case .select32: select(UInt32.self, i, lanes)
    case .select64: select(UInt64.self, i, lanes)
    case .add32: map(i, lanes) { (a: UInt32, b: UInt32) in a &+ b }
    case .sub32: map(i, lanes) { (a: UInt32, b: UInt32) in a &- b }
    case .mulLo32: map(i, lanes) { (a: UInt32, b: UInt32) in a &* b }
    case .madLo32: map(i, lanes) { (a: UInt32, b: UInt32, c: UInt32) in a &* b &+ c }
    case .neg32: map(i, lanes) { (a: UInt32) in 0 &- a }
    case .and32: map(i, lanes) { (a: UInt32, b: UInt32) in a & b }
    case .or32: map(i, lanes) { (a: UInt32, b: UInt32) in a | b }
    case .xor32: map(i, lanes) { (a: UInt32, b: UInt32) in a ^ b }
    case .not32: map(i, lanes) { (a: UInt32) in ~a }
    case .shl32: map(i, lanes) { (a: UInt32, b: UInt32) in b > 31 ? 0 : a &<< b }
    case .shrU32: map(i, lanes) { (a: UInt32, b: UInt32) in b > 31 ? 0 : a &>> b }
    case .shrS32:
      map(i, lanes) { (a: Int32, b: UInt32) in a &>> Int32(truncatingIfNeeded: b > 31 ? 31 : b) }
    case .minS32: map(i, lanes) { (a: Int32, b: Int32) in a < b ? a : b }
    case .maxS32: map(i, lanes) { (a: Int32, b: Int32) in a > b ? a : b }
    case .minU32: map(i, lanes) { (a: UInt32, b: UInt32) in a < b ? a : b }
    case .maxU32: map(i, lanes) { (a: UInt32, b: UInt32) in a > b ? a : b }
    case .mulWideS32: map(i, lanes) { (a: Int32, b: Int32) in Int64(a) &* Int64(b) }
    case .mulWideU32: map(i, lanes) { (a: UInt32, b: UInt32) in UInt64(a) &* UInt64(b) }
    case .madWideS32:
      map(i, lanes) { (a: Int32, b: Int32, c: Int64) in Int64(a) &* Int64(b) &+ c }
    case .madWideU32:
      map(i, lanes) { (a: UInt32, b: UInt32, c: UInt64) in UInt64(a) &* UInt64(b) &+ c }
    case .add64: map(i, lanes) { (a: UInt64, b: UInt64) in a &+ b }
    case .sub64: map(i, lanes) { (a: UInt64, b: UInt64) in a &- b }
    case .mulLo64: map(i, lanes) { (a: UInt64, b: UInt64) in a &* b }
    case .madLo64: map(i, lanes) { (a: UInt64, b: UInt64, c: UInt64) in a &* b &+ c }
    case .and64: map(i, lanes) { (a: UInt64, b: UInt64) in a & b }
    case .or64: map(i, lanes) { (a: UInt64, b: UInt64) in a | b }
    case .xor64: map(i, lanes) { (a: UInt64, b: UInt64) in a ^ b }
    case .shl64: map(i, lanes) { (a: UInt64, b: UInt32) in b > 63 ? 0 : a &<< UInt64(b) }
    case .shrU64: map(i, lanes) { (a: UInt64, b: UInt32) in b > 63 ? 0 : a &>> UInt64(b) }
    case .shrS64: map(i, lanes) { (a: Int64, b: UInt32) in a &>> Int64(b > 63 ? 63 : b) }
    case .extendS32: map(i, lanes) { (a: Int32) in Int64(a) }
    case .extendU32: map(i, lanes) { (a: UInt32) in UInt64(a) }
    case .truncate64: map(i, lanes) { (a: UInt64) in UInt32(truncatingIfNeeded: a) }
    case .addF32: map(i, lanes) { (a: Float, b: Float) in Self.canonical(a + b) }
    case .subF32: map(i, lanes) { (a: Float, b: Float) in Self.canonical(a - b) }
    case .mulF32: map(i, lanes) { (a: Float, b: Float) in Self.canonical(a * b) }
    case .fmaF32, .minF32, .maxF32, .negF32, .absF32, .divF32, .reciprocalF32, .squareRootF32,
      .reciprocalSquareRootF32:
      executeFloat32(operation, i, lanes)
    case .exponential2F32: exponentiate(i, lanes, isFlushing: false)
    case .exponential2FlushedF32: exponentiate(i, lanes, isFlushing: true)
    case .addF64: map(i, lanes) { (a: Double, b: Double) in Self.canonical(a + b) }
    case .subF64: map(i, lanes) { (a: Double, b: Double) in Self.canonical(a - b) }
    case .mulF64: map(i, lanes) { (a: Double, b: Double) in Self.canonical(a * b) }
    case .fmaF64:
      map(i, lanes) { (a: Double, b: Double, c: Double) in
        Self.canonical(c.addingProduct(a, b))
      }
    case .s32ToF32, .u32ToF32, .f16ToF32, .bf16ToF32, .f32ToF16, .f32ToBF16, .f32PairToF16,
      .f32PairToBF16:
      convertVector(operation, i, lanes)
    case .pack16: map(i, lanes) { (a: UInt32, b: UInt32) in a & 0xFFFF | b << 16 }
    case .pack32: map(i, lanes) { (a: UInt32, b: UInt32) in UInt64(a) | UInt64(b) << 32 }
    case .unpack16: split(UInt32.self, i, lanes)
    case .unpack32: split(UInt64.self, i, lanes)
    }
  }

  private func executeFloat32(
    _ operation: VectorOperation, _ i: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) {
    switch operation {
    case .fmaF32:
      // The product is exact in double precision. Rounding the sum a second time is wrong at most
      // where it lies halfway between two floats, or among the subnormal ones.
      mapDoubting(i, lanes) { (a, b, c) in
        let sum = Double(a) * Double(b) + Double(c)
        let isHalfway = sum.bitPattern & 0x1FFF_FFFF == 0x1000_0000
        let isSmall = sum.magnitude < 0x1p-125
        return (Self.canonical(Float(sum)), (isHalfway ? 1 : 0) | (isSmall ? 1 : 0))
      } exact: { (a, b, c) in
        Self.canonical(Self.multiplyAdd(a, b, c))
      }
    case .minF32:
      map(i, lanes) { (a: Float, b: Float) in
        // Equal values differ in the sign of zero only, and the negative one is smaller.
        let equal = Float(bitPattern: a.bitPattern | b.bitPattern)
        let result = a < b ? a : b < a ? b : equal
        return Self.canonical(a != a ? b : b != b ? a : result)
      }
    case .maxF32:
      map(i, lanes) { (a: Float, b: Float) in
        let equal = Float(bitPattern: a.bitPattern & b.bitPattern)
        let result = a > b ? a : b > a ? b : equal
        return Self.canonical(a != a ? b : b != b ? a : result)
      }
    case .negF32: map(i, lanes) { (a: UInt32) in a ^ 0x8000_0000 }
    case .absF32: map(i, lanes) { (a: UInt32) in a & 0x7FFF_FFFF }
    // The nearest float is the one nearest to the quotient and the root in double precision, too:
    // more than twice the bits leave no second way to round.
    case .divF32: map(i, lanes) { (a: Float, b: Float) in Self.canonical(a / b) }
    case .reciprocalF32: map(i, lanes) { (a: Float) in Self.canonical(1 / a) }
    case .squareRootF32: map(i, lanes) { (a: Float) in Self.canonical(a.squareRoot()) }
    default:
      map(i, lanes) { (a: Float) in Self.canonical(Float(1 / Double(a).squareRoot())) }
    }
  }

  private func convertVector(
    _ operation: VectorOperation, _ i: UnsafeMutablePointer<DecodedInstruction>, _ lanes: Lanes
  ) {
    switch operation {
    case .s32ToF32: map(i, lanes) { (a: Int32) in Float(a) }
    case .u32ToF32: map(i, lanes) { (a: UInt32) in Float(a) }
    case .f16ToF32:
      map(i, lanes) { (a: UInt32) in
        Self.canonical(HalfFloat.decode(UInt16(truncatingIfNeeded: a)))
      }
    case .bf16ToF32: map(i, lanes) { (a: UInt32) in Self.canonical(Float(bitPattern: a << 16)) }
    case .f32ToF16: map(i, lanes) { (a: Float) in UInt32(HalfFloat.encode(a)) }
    case .f32ToBF16: map(i, lanes) { (a: Float) in Self.brainFloat(a) }
    case .f32PairToF16:
      map(i, lanes) { (a: Float, b: Float) in
        UInt32(HalfFloat.encode(a)) << 16 | UInt32(HalfFloat.encode(b))
      }
    default:
      map(i, lanes) { (a: Float, b: Float) in
        Self.brainFloat(a) << 16 | Self.brainFloat(b)
      }
    }
  }

  /// What `BrainFloat.encode` makes, in 32 bits throughout.
  @inline(__always)
  private static func brainFloat(_ value: Float) -> UInt32 {
    let bits = value.bitPattern
    return value == value ? (bits &+ 0x7FFF &+ (bits &>> 16 & 1)) &>> 16 : 0x7FFF
  }

  /// `value`, the canonical NaN for every NaN.
  @inline(__always)
  static func canonical(_ value: Float) -> Float {
    value == value ? value : Float(bitPattern: 0x7FFF_FFFF)
  }

  /// `value`, the canonical NaN for every NaN.
  @inline(__always)
  private static func canonical(_ value: Double) -> Double {
    value == value ? value : Double(bitPattern: 0xFFF8_0000_0000_0000)
  }

  /// `a` * `b` + `c`, rounded once, without a call of the C library.
  ///
  /// The product is exact in double precision. The sum is rounded to odd there, which the second
  /// rounding does not spoil (Boldo and Melquiond, 2008).
  @inline(__always)
  private static func multiplyAdd(_ a: Float, _ b: Float, _ c: Float) -> Float {
    let product = Double(a) * Double(b)
    let addend = Double(c)
    let sum = product + addend
    let part = sum - product
    let lost = (product - (sum - part)) + (addend - part)
    let bits = sum.bitPattern
    let isFinite = bits & 0x7FF0_0000_0000_0000 != 0x7FF0_0000_0000_0000
    let isChanged = lost != 0 && bits & 1 == 0 && isFinite
    let step: UInt64 = (lost > 0) == (sum > 0) ? 1 : .max
    return Float(Double(bitPattern: isChanged ? bits &+ step : bits))
  }
}
