import Arithmetic
import PTX

extension Block {
  /// `mma`: D = A * B + C by a warp.
  ///
  /// Sums of floats are exact in double precision, or nearly, and rounded once; the machine rounds
  /// more often, in an order of its own. Sums of integers are exact.
  func multiplyMatrices(_ instruction: DecodedInstruction, _ lanes: Lanes) throws(Stop) {
    try checkWholeWarp(lanes)
    let shape = ProductShape(instruction)
    switch instruction.type {
    case .s32: multiplyIntegers(instruction, shape, lanes)
    case .f64 where instruction.rounding != .nearestEven:
      multiplyRounded(instruction, shape, lanes)
    default: multiplyFloats(instruction, shape, lanes)
    }
  }

  /// How an `mma` lies in registers.
  private struct ProductShape {
    let rows, depth: Int
    let countA, countB, countC, countD: Int
    /// How many elements of A and B a register has, and how many of C and D.
    let perRegister, perResult: Int
    let typeA, typeB, typeD: PTXType

    init(_ instruction: DecodedInstruction) {
      rows = Int(instruction.value >> 8)
      depth = Int(instruction.value & 0xFF)
      (countD, countA) = (Int(instruction.a), Int(instruction.b))
      (countB, countC) = (Int(instruction.result), Int(instruction.count))
      typeA = instruction.sourceType
      typeB = PTXType.allCases[Int(instruction.c)]
      typeD = instruction.type
      perRegister = max(1, 32 / typeA.bitWidth)
      perResult = typeD == .f16 ? 2 : 1
    }

    /// The row and the column of element `part` of register `register` of A in `lane`.
    func placeA(_ lane: Int, _ register: Int, _ part: Int) -> (Int, Int) {
      let row = rows == 16 ? lane / 4 + 8 * (register & 1) : lane / 4
      let group = rows == 16 ? register >> 1 : register
      return (row, lane % 4 * perRegister + part + group * 4 * perRegister)
    }

    /// The row and the column of an element of B.
    func placeB(_ lane: Int, _ register: Int, _ part: Int) -> (Int, Int) {
      (lane % 4 * perRegister + part + register * 4 * perRegister, lane / 4)
    }

    /// The row and the column of an element of C or D.
    func placeC(_ lane: Int, _ register: Int, _ part: Int) -> (Int, Int) {
      perResult == 2
        ? (lane / 4 + 8 * register, lane % 4 * 2 + part)
        : (lane / 4 + 8 * (register >> 1), lane % 4 * 2 + (register & 1))
    }
  }

  /// The elements of a matrix in registers, row by row.
  private func gather<Element>(
    _ places: UnsafeMutablePointer<Int32>, count: Int, parts: Int, width: Int, columns: Int,
    total: Int, zero: Element, _ lanes: Lanes, place: (Int, Int, Int) -> (Int, Int),
    element: (UInt64) -> Element
  ) -> [Element] {
    var result = Array(repeating: zero, count: total)
    let bits = width / parts
    let mask = IntegerArithmetic.mask(bits)
    for lane in 0..<32 {
      for register in 0..<count {
        let value = lanes.read(places[register], isWide: width == 64, lane)
        for part in 0..<parts {
          let (row, column) = place(lane, register, part)
          result[row * columns + column] = element(value >> UInt64(part * bits) & mask)
        }
      }
    }
    return result
  }

  private func multiplyFloats(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes
  ) {
    let places = lists + Int(instruction.extra)
    let (formatA, formatB) = (Scalar.format(shape.typeA), Scalar.format(shape.typeB))
    let formatD = Scalar.format(shape.typeD)
    let width = shape.typeD == .f64 ? 64 : 32
    let a = gather(
      places + shape.countD, count: shape.countA, parts: shape.perRegister, width: width,
      columns: shape.depth, total: shape.rows * shape.depth, zero: 0.0, lanes,
      place: shape.placeA
    ) { formatA.decode($0) }
    let b = gather(
      places + shape.countD + shape.countA, count: shape.countB, parts: shape.perRegister,
      width: width, columns: 8, total: shape.depth * 8, zero: 0.0, lanes, place: shape.placeB
    ) { formatB.decode($0) }
    var sums = gather(
      places + shape.countD + shape.countA + shape.countB, count: shape.countC,
      parts: shape.perResult, width: width, columns: 8, total: shape.rows * 8, zero: 0.0, lanes,
      place: shape.placeC
    ) { formatD.decode($0) }
    let isDouble = shape.typeD == .f64
    for row in 0..<shape.rows {
      for k in 0..<shape.depth {
        let factor = a[row * shape.depth + k]
        for column in 0..<8 {
          let old = sums[row * 8 + column]
          sums[row * 8 + column] =
            isDouble ? old.addingProduct(factor, b[k * 8 + column]) : old + factor * b[k * 8 + column]
        }
      }
    }
    scatter(instruction, shape, lanes) { row, column in
      let value = sums[row * 8 + column]
      return value.isNaN ? formatD.canonicalNaN ?? 0 : formatD.encode(value)
    }
  }

  /// Products of doubles in other rounding modes, each step rounded.
  private func multiplyRounded(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes
  ) {
    let places = lists + Int(instruction.extra)
    let a = gather(
      places + shape.countD, count: shape.countA, parts: 1, width: 64, columns: shape.depth,
      total: shape.rows * shape.depth, zero: 0, lanes, place: shape.placeA
    ) { $0 }
    let b = gather(
      places + shape.countD + shape.countA, count: shape.countB, parts: 1, width: 64, columns: 8,
      total: shape.depth * 8, zero: 0, lanes, place: shape.placeB
    ) { $0 }
    var sums = gather(
      places + shape.countD + shape.countA + shape.countB, count: shape.countC, parts: 1,
      width: 64, columns: 8, total: shape.rows * 8, zero: 0, lanes, place: shape.placeC
    ) { $0 }
    for row in 0..<shape.rows {
      for column in 0..<8 {
        for k in 0..<shape.depth {
          sums[row * 8 + column] = FloatArithmetic.multiplyAdd(
            a[row * shape.depth + k], b[k * 8 + column], sums[row * 8 + column], .f64,
            rounding: instruction.rounding)
        }
      }
    }
    scatter(instruction, shape, lanes) { sums[$0 * 8 + $1] }
  }

  private func multiplyIntegers(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes
  ) {
    let places = lists + Int(instruction.extra)
    func element(_ bits: UInt64, _ type: PTXType) -> Int64 {
      Int64(bitPattern: Scalar.extend(bits, type))
    }
    let a = gather(
      places + shape.countD, count: shape.countA, parts: 4, width: 32, columns: shape.depth,
      total: shape.rows * shape.depth, zero: Int64(0), lanes, place: shape.placeA
    ) { element($0, shape.typeA) }
    let b = gather(
      places + shape.countD + shape.countA, count: shape.countB, parts: 4, width: 32, columns: 8,
      total: shape.depth * 8, zero: Int64(0), lanes, place: shape.placeB
    ) { element($0, shape.typeB) }
    var sums = gather(
      places + shape.countD + shape.countA + shape.countB, count: shape.countC, parts: 1,
      width: 32, columns: 8, total: shape.rows * 8, zero: Int64(0), lanes, place: shape.placeC
    ) { element($0, .s32) }
    for row in 0..<shape.rows {
      for k in 0..<shape.depth {
        let factor = a[row * shape.depth + k]
        for column in 0..<8 { sums[row * 8 + column] += factor * b[k * 8 + column] }
      }
    }
    let saturates = instruction.modifiers.contains(.saturateFinite)
    scatter(instruction, shape, lanes) { row, column in
      var value = sums[row * 8 + column]
      if saturates { value = min(max(value, Int64(Int32.min)), Int64(Int32.max)) }
      return UInt64(bitPattern: value) & 0xFFFF_FFFF
    }
  }

  private func scatter(
    _ instruction: DecodedInstruction, _ shape: ProductShape, _ lanes: Lanes,
    _ element: (Int, Int) -> UInt64
  ) {
    let places = lists + Int(instruction.extra)
    let isWide = shape.typeD == .f64
    for lane in 0..<32 {
      for register in 0..<shape.countD {
        var value: UInt64 = 0
        for part in 0..<shape.perResult {
          let (row, column) = shape.placeC(lane, register, part)
          value |= element(row, column) << UInt64(16 * part)
        }
        lanes.write(places[register], isWide: isWide, lane, value)
      }
    }
  }
}
