import Arithmetic
import PTX

extension Block {
  /// `mma` of 16-bit floats whose sums have 32 bits, `m16n8k8` and `m16n8k16`, the products that
  /// kernels consist of. The same bits as `multiplyFloats` computes.
  ///
  /// A register of A, read as 64 values of 16 bits, is 8 rows of 8 neighbours, and one of B 8
  /// columns of 8 neighbours (PTX ISA 9.7.14.5). A row of C lies in two registers, first its even
  /// columns and then the odd ones; all rows are kept in that order.
  @inline(__always)
  func multiplyHalves(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes,
    decode: (SIMD8<UInt16>) -> SIMD8<Float>
  ) {
    let placesA = lists + Int(instruction.extra) + shape.countD
    let (placesB, placesC) = (placesA + shape.countA, placesA + shape.countA + shape.countB)
    let step = shape.depth / 8
    // Rows of A and of B, and columns of B while they become rows.
    let a = matrices.assumingMemoryBound(to: SIMD8<Double>.self)
    let b = a + 32
    let parts = (b + 16).withMemoryRebound(to: SIMD8<Float>.self, capacity: 8) { $0 }
    for register in 0..<shape.countA {
      let source = eighths(lanes, placesA[register])
      let target = a + (register & 1) * 8 * step + register / 2
      for row in 0..<8 { target[row * step] = SIMD8<Double>(decode(source[row])) }
    }
    for register in 0..<shape.countB {
      let source = eighths(lanes, placesB[register])
      for column in 0..<8 { parts[column] = decode(source[column]) }
      let elements = UnsafeMutableRawPointer(parts).assumingMemoryBound(to: Float.self)
      for k in 0..<8 {
        let part = elements + k
        b[register * 8 + k] = SIMD8<Double>(
          SIMD8(part[0], part[16], part[32], part[48], part[8], part[24], part[40], part[56]))
      }
    }
    let results = UnsafeMutableRawPointer(parts).assumingMemoryBound(to: SIMD4<Float>.self)
    for row in 0..<8 {
      // Two rows at a time, so that no sum waits for the one before.
      var upper = sums(lanes, placesC, row)
      var lower = sums(lanes, placesC + 2, row)
      let upperFactors = UnsafeRawPointer(a + row * step).assumingMemoryBound(to: Double.self)
      let lowerFactors = upperFactors + 64 * step
      for k in 0..<(step * 8) {
        upper += b[k] * upperFactors[k]
        lower += b[k] * lowerFactors[k]
      }
      results[row] = Self.canonical(SIMD4<Float>(upper.lowHalf))
      results[row + 8] = Self.canonical(SIMD4<Float>(upper.highHalf))
      results[row + 16] = Self.canonical(SIMD4<Float>(lower.lowHalf))
      results[row + 24] = Self.canonical(SIMD4<Float>(lower.highHalf))
    }
    // At the end, since results may have the registers of sources.
    for register in 0..<4 {
      quarters(lanes, lists[Int(instruction.extra) + register])
        .update(from: results + register * 8, count: 8)
    }
  }

  /// A row of two registers of C, the even columns first.
  @inline(__always)
  private func sums(
    _ lanes: Lanes, _ places: UnsafeMutablePointer<Int32>, _ row: Int
  ) -> SIMD8<Double> {
    SIMD8(
      lowHalf: SIMD4<Double>(quarters(lanes, places[0])[row]),
      highHalf: SIMD4<Double>(quarters(lanes, places[1])[row]))
  }

  /// The values of eight binary16 numbers.
  @inline(__always)
  static func decodeHalves(_ bits: SIMD8<UInt16>) -> SIMD8<Float> {
    let magnitudes = SIMD8<UInt32>(truncatingIfNeeded: bits & 0x7FFF) &<< 13
    // The product moves the exponent from one bias to the other, of subnormal numbers, too.
    let values = unsafeBitCast(magnitudes, to: SIMD8<Float>.self) * 0x1p112
    let magnitudesOfFloats = unsafeBitCast(values, to: SIMD8<UInt32>.self).replacing(
      with: magnitudes | 0x7F80_0000, where: magnitudes .>= 0x7C00 << 13)
    let signs = SIMD8<UInt32>(truncatingIfNeeded: bits & 0x8000) &<< 16
    return unsafeBitCast(magnitudesOfFloats | signs, to: SIMD8<Float>.self)
  }

  /// The values of eight bfloat16 numbers.
  @inline(__always)
  static func decodeBrainFloats(_ bits: SIMD8<UInt16>) -> SIMD8<Float> {
    unsafeBitCast(SIMD8<UInt32>(truncatingIfNeeded: bits) &<< 16, to: SIMD8<Float>.self)
  }

  /// A register as values of 16 bits of four lanes each.
  @inline(__always)
  private func eighths(_ lanes: Lanes, _ place: Int32) -> UnsafeMutablePointer<SIMD8<UInt16>> {
    (lanes.registers + Int(place)).assumingMemoryBound(to: SIMD8<UInt16>.self)
  }

  /// A register as floats of four lanes each.
  @inline(__always)
  private func quarters(_ lanes: Lanes, _ place: Int32) -> UnsafeMutablePointer<SIMD4<Float>> {
    (lanes.registers + Int(place)).assumingMemoryBound(to: SIMD4<Float>.self)
  }

  /// `values`, the canonical NaN for every NaN.
  @inline(__always)
  private static func canonical(_ values: SIMD4<Float>) -> SIMD4<Float> {
    values.replacing(with: Float(bitPattern: 0x7FFF_FFFF), where: values .!= values)
  }
}
