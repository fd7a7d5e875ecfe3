import Layouts
import Testing

@Suite struct LinearLayoutTests {
  /// A tile of 4 by 4 whose columns are xored with its rows.
  private let swizzled = LinearLayout(
    bases: [.register: [[0, 1], [0, 2]], .lane: [[1, 1], [2, 2]]],
    outputs: [.axis(0): 4, .axis(1): 4])

  @Test func xorsTheBasisVectorsOfSetBits() {
    #expect(swizzled([0, 0]) == [0, 0])
    #expect(swizzled([1, 3]) == [3, 2])
    #expect(swizzled([.lane: 3]) == [3, 3])
    #expect(swizzled.basis(of: .lane, bit: 1) == [2, 2])
    #expect(swizzled.inputSize(.lane) == 4)
    #expect(swizzled.inputSize(.warp) == 1)
    #expect(swizzled.outputSize(.axis(1)) == 4)
    #expect(swizzled.shape == [4, 4])
  }

  @Test func printsItsBases() {
    #expect(
      swizzled.description == """
        register: 1 -> (0, 1), 2 -> (0, 2)
        lane: 1 -> (1, 1), 2 -> (2, 2)
        to dim0 of size 4, dim1 of size 4
        """)
    #expect(
      LinearLayout.zeros(1, from: .warp, to: .axis(0)).description
        == "warp: of size 1\nto dim0 of size 1")
    #expect(LinearLayout.empty.description == "to nothing")
  }

  @Test func simpleLayouts() {
    #expect(LinearLayout.identity(8, from: .lane, to: .axis(0))([5]) == [5])
    #expect(LinearLayout.strided(4, by: 8, from: .lane, to: .axis(0))([3]) == [24])
    #expect(LinearLayout.strided(4, by: 8, from: .lane, to: .axis(0)).shape == [32])
    let zeros = LinearLayout.zeros(4, from: .lane, to: .axis(0), outputSize: 2)
    #expect((0..<4).allSatisfy { zeros([$0]) == [0] })
    #expect(!zeros.isSurjective && zeros.holdersPerElement == 4)
    let box = LinearLayout.box([2, 4], order: [1, 0], from: .offset)
    #expect((0..<8).map { box([$0]) } == (0..<8).map { [$0 / 4, $0 % 4] })
  }

  @Test func freeBitsOfRepeatingPlaces() {
    let layout = LinearLayout(
      bases: [.register: [[1], [0], [1]], .lane: [[2], [3]], .warp: [[4], [0]]],
      outputs: [.axis(0): 8])
    #expect(layout.repetitionMask(of: .register) == 0b110)
    #expect(layout.repetitionMask(of: .lane) == 0b10)
    #expect(layout.repetitionMask(of: .warp) == 0b10)
    #expect(layout.repetitionMask(of: .block) == 0)
    #expect(layout.holdersPerElement == 16)
    #expect(layout.isSurjective && !layout.isInjective)
    #expect(layout.removingRepetition(of: .register).inputSize(.register) == 4)
  }

  @Test func freeBitsOfRandomLayoutsLeaveEveryElementOnce() {
    var random = RandomSource(seed: 7)
    for _ in 0..<50 {
      let shape = [random.power(0...5), random.power(0...4)]
      let layout = random.repeatingLayout(shape: shape, warps: 2)
      let masks = layout.repetitionMasks.map(\.mask)
      var seen: Set<[Int]> = []
      var count = 0
      for place in 0..<1 << layout.matrix.columnCount {
        let indices = layout.inputs.indices.map { index in
          let low = layout.inputs[..<index].reduce(0) { $0 + $1.bitCount }
          return place >> low & (layout.inputs[index].size - 1)
        }
        guard zip(indices, masks).allSatisfy({ $0 & $1 == 0 }) else { continue }
        count += 1
        seen.insert(layout(indices))
      }
      #expect(count == seen.count && count == layout.shape.reduce(1, *))
    }
  }

  @Test func contiguousElementsOfAThread() {
    let rows = LinearLayout.blocked(
      sizePerThread: [1, 4], threadsPerWarp: [8, 4], warpsPerCTA: [1, 1], order: [1, 0],
      shape: [16, 32])
    #expect(rows.contiguousElements(along: .axis(1)) == 4)
    #expect(rows.consecutiveElements(along: .axis(1)) == 4)
    #expect(rows.contiguousElements(along: .axis(0)) == 1)
    let reordered = LinearLayout(
      bases: [.register: [[2], [1]], .lane: [[4]]], outputs: [.axis(0): 8])
    #expect(reordered.contiguousElements(along: .axis(0)) == 4)
    #expect(reordered.consecutiveElements(along: .axis(0)) == 1)
    #expect(reordered.contiguousElements(of: .lane, along: .axis(0)) == 1)
    #expect(reordered.contiguousElements(along: .axis(1)) == 1)
  }

  @Test func trivialityOverADimension() {
    let map = LinearLayout(
      bases: [.register: [[2, 0], [1, 0]], .lane: [[0, 1], [0, 2]]],
      outputs: [.register: 4, .lane: 4])
    #expect(map.isTrivial(over: .lane))
    #expect(!map.isTrivial(over: .register))
    #expect(map.isTrivial(over: .warp))
    let mixed = LinearLayout(
      bases: [.register: [[1, 1]], .lane: [[0, 1]]], outputs: [.register: 2, .lane: 2])
    #expect(!mixed.isTrivial(over: .lane))
    #expect(!mixed.isTrivial(over: .register))
  }
}
