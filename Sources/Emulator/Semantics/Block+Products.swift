import Arithmetic
import PTX

extension Block {
  /// `mma`: D = A * B + C by a warp.
  ///
  /// Sums of floats are computed in double precision and rounded once; the machine rounds more
  /// often, in an order of its own. Sums of integers are exact.
  func multiplyMatrices(_ instruction: DecodedInstruction, _ lanes: Lanes) throws(Stop) {
    try checkWholeWarp(lanes)
    let shape = ProductShape(instruction)
    switch (shape.typeD, shape.typeA) {
    case (.s32, _): multiplyIntegers(instruction, shape, lanes)
    case (.f64, _): multiplyDoubles(instruction, shape, lanes)
    case (.f32, .f16) where shape.rows == 16:
      multiplyHalves(instruction, shape, lanes, areBrainFloats: false)
    case (.f32, .bf16) where shape.rows == 16:
      multiplyHalves(instruction, shape, lanes, areBrainFloats: true)
    case (_, .f16): multiplyFloats(instruction, shape, lanes, Self.halfA, Self.halfA)
    case (_, .bf16):
      let decode = { (bits: UInt32) in Double(Float(bitPattern: bits << 16)) }
      multiplyFloats(instruction, shape, lanes, decode, decode)
    default:
      let (formatA, formatB) = (Scalar.format(shape.typeA), Scalar.format(shape.typeB))
      multiplyFloats(
        instruction, shape, lanes, { formatA.decode(UInt64($0)) },
        { formatB.decode(UInt64($0)) })
    }
  }

  @inline(__always)
  private static func halfA(_ bits: UInt32) -> Double {
    Double(HalfFloat.decode(UInt16(truncatingIfNeeded: bits)))
  }

  /// Takes the elements of a matrix out of registers of 32 bits.
  @inline(__always)
  private func gather<Element>(
    _ places: UnsafeMutablePointer<Int32>, count: Int, parts: Int,
    into matrix: UnsafeMutablePointer<Element>, _ lanes: Lanes, place: (Int, Int, Int) -> Int,
    element: (UInt32) -> Element
  ) {
    let bits = UInt32(32 / parts)
    let mask = UInt32.max >> (32 - bits)
    for register in 0..<count {
      for lane in 0..<32 {
        let value = lanes.read32(places[register], lane)
        for part in 0..<parts {
          matrix[place(lane, register, part)] = element(
            value >> (UInt32(truncatingIfNeeded: part) &* bits) & mask)
        }
      }
    }
  }

  /// The places of A, B and C among the instruction's registers, and the matrices' memory.
  @inline(__always)
  private func parts<Element>(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ type: Element.Type
  ) -> (
    places: UnsafeMutablePointer<Int32>, a: UnsafeMutablePointer<Element>,
    b: UnsafeMutablePointer<Element>, c: UnsafeMutablePointer<Element>
  ) {
    let a = matrices.assumingMemoryBound(to: Element.self)
    return (lists + Int(instruction.extra) + shape.countD, a, a + 512, a + 768)
  }

  @inline(__always)
  private func multiplyFloats(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes,
    _ decodeA: (UInt32) -> Double, _ decodeB: (UInt32) -> Double
  ) {
    let (places, a, b, c) = parts(instruction, shape, Double.self)
    let placesC = places + shape.countA + shape.countB
    gather(
      places, count: shape.countA, parts: shape.perRegister, into: a, lanes,
      place: shape.placeA, element: decodeA)
    gather(
      places + shape.countA, count: shape.countB, parts: shape.perRegister, into: b, lanes,
      place: shape.placeB, element: decodeB)
    if shape.perResult == 2 {
      gather(
        placesC, count: shape.countC, parts: 2, into: c, lanes, place: shape.placeC,
        element: Self.halfA)
    } else {
      gather(placesC, count: shape.countC, parts: 1, into: c, lanes, place: shape.placeC) {
        Double(Float(bitPattern: $0))
      }
    }
    for row in 0..<shape.rows {
      let sums = c + row * 8
      for k in 0..<shape.depth {
        let (factor, column) = (a[row * shape.depth + k], b + k * 8)
        for index in 0..<8 { sums[index] += factor * column[index] }
      }
    }
    let results = lists + Int(instruction.extra)
    for register in 0..<shape.countD {
      for lane in 0..<32 {
        let value = c[shape.placeC(lane, register, 0)]
        if shape.perResult == 2 {
          let other = c[shape.placeC(lane, register, 1)]
          let low = value.isNaN ? 0x7FFF : FloatFormat.f16.encode(value)
          let high = other.isNaN ? 0x7FFF : FloatFormat.f16.encode(other)
          lanes.write32(
            results[register], lane, UInt32(truncatingIfNeeded: high << 16 | low))
        } else {
          lanes.write32(
            results[register], lane, value.isNaN ? 0x7FFF_FFFF : Float(value).bitPattern)
        }
      }
    }
  }

  /// Products of doubles, each step rounded.
  private func multiplyDoubles(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes
  ) {
    let (places, a, b, c) = parts(instruction, shape, UInt64.self)
    func gather(
      _ places: UnsafeMutablePointer<Int32>, _ count: Int,
      _ matrix: UnsafeMutablePointer<UInt64>, _ place: (Int, Int, Int) -> Int
    ) {
      for register in 0..<count {
        for lane in 0..<32 {
          matrix[place(lane, register, 0)] = lanes.read64(places[register], lane)
        }
      }
    }
    gather(places, shape.countA, a, shape.placeA)
    gather(places + shape.countA, shape.countB, b, shape.placeB)
    gather(places + shape.countA + shape.countB, shape.countC, c, shape.placeC)
    let isNearest = instruction.rounding == .nearestEven
    for row in 0..<shape.rows {
      for column in 0..<8 {
        for k in 0..<shape.depth {
          let (x, y) = (a[row * shape.depth + k], b[k * 8 + column])
          let sum = c[row * 8 + column]
          c[row * 8 + column] =
            isNearest
            ? FloatArithmetic.multiplyAdd(x, y, sum, .f64)
            : FloatArithmetic.multiplyAdd(x, y, sum, .f64, rounding: instruction.rounding)
        }
      }
    }
    let results = lists + Int(instruction.extra)
    for register in 0..<shape.countD {
      for lane in 0..<32 {
        lanes.write(
          results[register], isWide: true, lane, c[shape.placeC(lane, register, 0)])
      }
    }
  }

  private func multiplyIntegers(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes
  ) {
    let (places, a, b, c) = parts(instruction, shape, Int64.self)
    let (isSignedA, isSignedB) = (shape.typeA.isSigned, shape.typeB.isSigned)
    func decode(_ bits: UInt32, _ isSigned: Bool) -> Int64 {
      let byte = UInt8(truncatingIfNeeded: bits)
      return isSigned ? Int64(Int8(bitPattern: byte)) : Int64(byte)
    }
    gather(
      places, count: shape.countA, parts: 4, into: a, lanes, place: shape.placeA
    ) { decode($0, isSignedA) }
    gather(
      places + shape.countA, count: shape.countB, parts: 4, into: b, lanes, place: shape.placeB
    ) { decode($0, isSignedB) }
    gather(
      places + shape.countA + shape.countB, count: shape.countC, parts: 1, into: c, lanes,
      place: shape.placeC
    ) { Int64(Int32(bitPattern: $0)) }
    for row in 0..<shape.rows {
      for k in 0..<shape.depth {
        let factor = a[row * shape.depth + k]
        for column in 0..<8 { c[row * 8 + column] &+= factor &* b[k * 8 + column] }
      }
    }
    let saturates = instruction.modifiers.contains(.saturateFinite)
    let results = lists + Int(instruction.extra)
    for register in 0..<shape.countD {
      for lane in 0..<32 {
        var value = c[shape.placeC(lane, register, 0)]
        if saturates { value = min(max(value, Int64(Int32.min)), Int64(Int32.max)) }
        lanes.write32(results[register], lane, UInt32(truncatingIfNeeded: value))
      }
    }
  }
}
