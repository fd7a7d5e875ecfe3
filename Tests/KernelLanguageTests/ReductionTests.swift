import Nereid
import Testing

@Suite struct ReductionTests {
  let x: [Float] = [3, -1, 4, 1, -5, 9, 2, 6]
  let ints: [Int32] = [3, -1, 4, 1, -5, 9, 2, 6]

  @Test func sums() throws {
    #expect(try run(x, count: 1) { $0.sum() } == [19])
    #expect(try run(x, shape: [2, 4], count: 4) { $0.sum(axis: 0) } == [-2, 8, 6, 7])
    #expect(try run(x, shape: [2, 4], count: 2) { $0.sum(axis: -1) } == [7, 12])
    #expect(
      try run(x, shape: [2, 4], count: 8) { $0 - $0.sum(axis: 1, keepDimensions: true) }[0] == -4)
    let bytes: [Int8] = [100, 100, 100, 100]
    #expect(try run(bytes, count: 1) { $0.sum() } == [Int32(400)])
    #expect(try run([UInt8(200), 200], count: 1) { $0.sum() } == [UInt32(400)])
    #expect(try run(ints, count: 1) { ($0 > 1).sum() } == [UInt32(5)])
    #expect(try run([Float16(2048), 1, 1, 1], count: 1) { $0.sum(as: Float.self) } == [2051])
  }

  @Test func extremes() throws {
    #expect(try run(x, count: 1) { $0.max() } == [9])
    #expect(try run(x, shape: [2, 4], count: 2) { $0.min(axis: 1) } == [-1, -5])
    #expect(try run([Int8(-3), 5], count: 1) { $0.max() } == [Int8(5)])
    #expect(try run([1.5, -2] as [BFloat16], count: 1) { $0.min() } == [-2])
    #expect(try run(x, shape: [2, 4], count: 2) { $0.argmax(axis: 1) } == [2, 1])
    #expect(try run(x, shape: [2, 4], count: 2) { $0.argmin(axis: 1) } == [1, 0])
    #expect(try run(x, count: 1) { $0.maxWithIndex(axis: 0).value } == [9])
    #expect(try run([Float(2), 7, 7, 1], count: 1) { $0.argmax(axis: 0) } == [1])
  }

  @Test func bits() throws {
    #expect(try run(ints, count: 1) { $0.xorSum() } == [ints.reduce(0, ^)])
    #expect(try run(ints, count: 1) { $0.orSum() } == [ints.reduce(0, |)])
    #expect(try run(ints, count: 1) { ($0 > 8).any() } == [true])
    #expect(try run(ints, count: 1) { ($0 > 8).all() } == [false])
    #expect(try run(ints, count: 1) { ($0 > -8).all() } == [true])
  }

  @Test func functionsOfTheUser() throws {
    #expect(try run(x, count: 1) { reduce($0) { $0 * $1 } } == [x.reduce(1, *)])
    #expect(
      try run(x, shape: [2, 4], count: 4) { reduce($0, axis: 0) { max($0, $1) } } == [3, 9, 4, 6])
    let nearest = try run(ints, (0..<8).map { Int32($0) }, count: 1) { values, places in
      reduce(values, places, axis: 0) { a, b in
        let isFirst = abs(a.0) <= abs(b.0)
        return (select(isFirst, a.0, b.0), select(isFirst, a.1, b.1))
      }.1
    }
    #expect(nearest == [1] || nearest == [3])
  }

  @Test func scans() throws {
    #expect(try run(ints) { $0.cumulativeSum() } == [3, 2, 6, 7, 2, 11, 13, 19])
    #expect(try run(ints) { $0.cumulativeSum(isReverse: true) }.last == 6)
    #expect(try run([Float(1), 2, 3, 4]) { $0.cumulativeProduct() } == [1, 2, 6, 24])
    #expect(try run(ints) { scan($0, axis: 0) { max($0, $1) } } == [3, 3, 4, 4, 4, 9, 9, 9])
    #expect(
      try run(ints, shape: [2, 4]) { $0.cumulativeSum(axis: 1) } == [3, 2, 6, 7, -5, 4, 6, 12])
    let pairs = try run(ints, ints) { a, b in
      scan(a, b, axis: 0) { x, y in (x.0 + y.0, max(x.1, y.1)) }.1
    }
    #expect(pairs == [3, 3, 4, 4, 4, 9, 9, 9])
  }

  @Kernel static func mapping(output: Pointer<Int32>) {
    let x = arange(0, 8)
    let y = mapElementwise(x) { value in value % 2 == 0 ? value * 10 : value + 1 }
    store(output + x, y)
  }

  @Test func maps() throws {
    let output = Buffer<Int32>(uninitialized: 8)
    try ReductionTests.mapping(output: output).launch(grid: 1)
    #expect(output.elements == [0, 2, 20, 4, 40, 6, 60, 8])
    #expect(try run(ints, ints) { mapElementwise($0, $1) { $0 * $1 } } == ints.map { $0 * $0 })
  }

  @Kernel static func branchingReduction(output: Pointer<Int32>) {
    store(output, reduce(arange(0, 8) - 3, axis: 0) { a, b in abs(a) > abs(b) ? a : b })
  }

  @Test func reducesWithAChoice() throws {
    let output = Buffer<Int32>(uninitialized: 1)
    try ReductionTests.branchingReduction(output: output).launch(grid: 1)
    #expect(output[0] == 4)
  }

  @Kernel static func anonymousChoices(output: Pointer<Int32>) {
    let x = arange(0, 8) * 5 % 8
    store(output, reduce(x, axis: 0) { $0 > $1 ? $0 : $1 })
    store(output + 1, reduce(x, axis: 0) { if $0 < $1 { $0 } else { $1 } })
    let y = mapElementwise(x) {
      var value = $0
      while value < $0 * 2, value < 6 { value += 1 }
      return value == $0 ? value : value * 10
    }
    store(output + 2, y.max())
  }

  @Test func choosesInClosuresWithAnonymousParameters() throws {
    let output = Buffer<Int32>(uninitialized: 3)
    try ReductionTests.anonymousChoices(output: output).launch(grid: 1)
    #expect(output.elements == [7, 0, 60])
  }

  @Test func cumulativeSumsInAnotherType() throws {
    let found: [Int64] = try run([100, 100, 100, -128] as [Int8]) {
      $0.cumulativeSum(as: Int64.self)
    }
    #expect(found == [100, 200, 300, 172])
  }
}
