import IR
import Testing
import TileSemantics

/// What library functions and lowered control flow compute.
@Suite struct ExecutionTests {
  private static let numbers: [Int32] = [5, -3, 9, 9, 0, 2, -8, 7, 1, 6, -1, 4, 3, 8, -5, 2]

  @Test(arguments: [false, true])
  func sortOrdersEveryRow(isDescending: Bool) throws {
    let sorted = try executed(Self.numbers, outputCount: 16) { b, input, output in
      let tile = try b.reshape(b.loadAll(input, 16), to: [2, 8])
      try b.storeAll(output, b.sort(tile, isDescending: isDescending))
    }
    let rows = [Self.numbers.prefix(8), Self.numbers.suffix(8)]
    #expect(sorted == rows.flatMap { isDescending ? $0.sorted(by: >) : $0.sorted() })
  }

  @Test(arguments: [1, 2, 4, 8], [true, false])
  func topKTakesTheBest(count: Int, isDescending: Bool) throws {
    let best = try executed(Self.numbers, outputCount: 2 * count) { b, input, output in
      let tile = try b.reshape(b.loadAll(input, 16), to: [2, 8])
      try b.storeAll(output, b.topK(tile, count: count, isDescending: isDescending))
    }
    let rows = [Self.numbers.prefix(8), Self.numbers.suffix(8)]
    #expect(
      best == rows.flatMap { (isDescending ? $0.sorted(by: >) : $0.sorted()).prefix(count) })
  }

  @Test func sortOfFloatsAndOneRow() throws {
    let sorted = try executed(Self.numbers, outputCount: 16) { b, input, output in
      let floats = try b.convert(b.loadAll(input, 16), to: .f16)
      try b.storeAll(output, b.sort(floats))
    }
    #expect(sorted == Self.numbers.sorted())
  }

  @Test func mergeOrdersABitonicRow() throws {
    let row: [Int32] = [1, 4, 6, 9, 8, 5, 2, 0]
    let merged = try executed(row, outputCount: 8) { b, input, output in
      try b.storeAll(output, b.bitonicMerge(b.loadAll(input, 8), isDescending: true))
    }
    #expect(merged == row.sorted(by: >))
  }

  @Test func flipReverses() throws {
    let flipped = try executed(Self.numbers, outputCount: 16) { b, input, output in
      let tile = try b.reshape(b.loadAll(input, 16), to: [4, 4])
      try b.storeAll(output, b.flip(tile, axis: 0))
    }
    let rows = (0..<4).reversed().flatMap { Self.numbers[4 * $0..<4 * $0 + 4] }
    #expect(flipped == rows)
  }

  @Test(
    arguments: zip(
      [Int64(0), -1],
      [
        [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8],
        [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD],
      ] as [[UInt32]]))
  func philoxGivesThePublishedNumbers(word: Int64, expected: [UInt32]) throws {
    let numbers = try executed([0], outputCount: 4) { b, _, output in
      let counter = try b.constant(word, .i32)
      let random = try b.philox(
        seed: b.constant(word, .i64), counters: Array(repeating: counter, count: 4))
      for (position, number) in random.enumerated() {
        try b.storeAll(output, number, offset: Int64(position))
      }
    }
    #expect(numbers.map { UInt32(bitPattern: $0) } == expected)
  }

  @Test func uniformNumbersStayBelowOne() throws {
    let integers: [Int32] = [.max, .min, 0, -1]
    let isInside = try executed(integers, outputCount: 4) { b, input, output in
      let uniform = try b.uniformFloat(b.loadAll(input, 4))
      let isLess = try b.compare(.less, uniform, b.constant(1.0, .f32))
      let isPositive = try b.compare(.greaterOrEqual, uniform, b.constant(0.0, .f32))
      try b.storeAll(output, b.convert(b.binary(.and, isLess, isPositive), to: .i32))
    }
    #expect(isInside == [1, 1, 1, 1])
  }

  @Test func firstOfEqualElementsIsNamed() throws {
    let indices = try executed([3, 9, 9, 1, 1, 5, 7, 2], outputCount: 2) { b, input, output in
      let tile = try b.loadAll(input, 8)
      try b.storeAll(output, b.argmax(tile, axis: 0))
      try b.storeAll(output, b.argmin(tile, axis: 0), offset: 1)
    }
    #expect(indices == [1, 3])
  }

  @Test func sumsRunBackwards() throws {
    let sums = try executed([1, 2, 3, 4], outputCount: 4) { b, input, output in
      try b.storeAll(output, b.cumulativeSum(b.loadAll(input, 4), isReverse: true))
    }
    #expect(sums == [10, 9, 7, 4])
  }

  @Test func swizzleVisitsEveryPlaceOnce() throws {
    let places = try executed([0], outputCount: 32) { b, _, output in
      let index = try b.range(start: 0, end: 16)
      let columns = try b.constant(4, .i32)
      let (row, column) = try b.swizzle(
        row: b.binary(.floorDivide, index, columns), column: b.binary(.remainder, index, columns),
        rows: columns, columns: columns, group: b.constant(2, .i32))
      try b.storeAll(output, row)
      try b.storeAll(output, column, offset: 16)
    }
    let pairs = (0..<16).map { 4 * places[$0] + places[16 + $0] }
    #expect(pairs.sorted() == Array(0..<16))
    #expect(Array(pairs.prefix(4)) == [0, 4, 1, 5])
  }

  @Test func loopsCountDown() throws {
    let digits = try executed([0], outputCount: 1) { b, _, output in
      let loop = try b.beginFor(
        lower: b.constant(9, .i32), upper: b.constant(0, .i32), step: b.constant(-3, .i32),
        carried: [b.constant(0, .i32)])
      let shifted = try b.binary(.multiply, loop.carried[0], b.constant(10, .i32))
      let next = try b.binary(.add, shifted, loop.induction)
      let result = try b.endFor(loop, yielding: [next])
      try b.storeAll(output, result[0])
    }
    #expect(digits == [963])
  }

  @Test func greatestOfFloatsInMemory() throws {
    for (old, new) in [(-2, -7), (-7, -2), (3, -4), (-4, 3), (2, 5), (5, 2)] as [(Int32, Int32)] {
      for operation in [TileBuilder.Atomic.max, .min] {
        let found = try executed([old, new], outputCount: 2) { b, input, output in
          let pair = try b.convert(b.loadAll(input, 2), to: .f32)
          let (first, second) = try b.split(pair)
          let cell = try b.convert(output, to: PointerType(to: .f32))
          try b.store(cell, first)
          let before = try b.atomic(operation, cell, second)
          let after = try b.load(cell)
          try b.storeAll(output, b.convert(after, to: .i32))
          try b.storeAll(output, b.convert(before, to: .i32), offset: 1)
        }
        #expect(found == [operation == .max ? max(old, new) : min(old, new), old])
      }
    }
  }
}
