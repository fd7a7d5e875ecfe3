import Layouts
import Testing

/// The laws of products, quotients, composition and inverses.
@Suite struct LayoutAlgebraTests {
  /// A layout with any basis vectors.
  private func anyLayout(_ random: inout RandomSource, inputs: [Dimension], outputs: [Dimension])
    -> LinearLayout
  {
    let inputs = inputs.map { Extent($0, bitCount: random.number(0...3)) }
    let outputs = outputs.map { Extent($0, bitCount: random.number(0...3)) }
    let (columns, rows) = (inputs.totalBits, outputs.totalBits)
    return LinearLayout(
      inputs: inputs, outputs: outputs,
      matrix: BitMatrix(rowCount: rows, columns: random.vectors(columns, bits: rows)))
  }

  @Test func productConcatenatesBits() {
    var random = RandomSource(seed: 10)
    for _ in 0..<100 {
      let low = anyLayout(&random, inputs: [.register, .lane], outputs: ["a", "b"])
      let high = anyLayout(&random, inputs: [.lane, .warp], outputs: ["b", "c"])
      let product = low * high
      let (register, lane, warp) = (
        random.number(0...low.inputSize(.register) - 1),
        random.number(0...low.inputSize(.lane) * high.inputSize(.lane) - 1),
        random.number(0...high.inputSize(.warp) - 1)
      )
      let lowImage = low([register, lane % low.inputSize(.lane)])
      let highImage = high([lane / low.inputSize(.lane), warp])
      #expect(
        product([register, lane, warp]) == [
          lowImage[0], lowImage[1] + highImage[0] * low.outputSize("b"), highImage[1],
        ])
    }
  }

  @Test func productIsAssociativeAndHasAUnit() {
    var random = RandomSource(seed: 11)
    for _ in 0..<100 {
      let a = anyLayout(&random, inputs: [.register, .lane], outputs: ["a", "b"])
      let b = anyLayout(&random, inputs: [.lane, .warp], outputs: ["b", "c"])
      let c = anyLayout(&random, inputs: [.warp, .register], outputs: ["c", "a"])
      #expect((a * b) * c == a * (b * c))
      #expect(a * .empty == a && .empty * a == a)
    }
  }

  @Test func quotientsUndoTheProduct() {
    var random = RandomSource(seed: 12)
    for _ in 0..<200 {
      let names: [Dimension] = [.register, .lane]
      let a = anyLayout(&random, inputs: names, outputs: ["a", "b"])
      let b = anyLayout(&random, inputs: names, outputs: ["a", "b"])
      #expect((a * b).dividedOnLeft(by: a) == b)
      #expect((a * b).dividedOnRight(by: b) == a)
      if let quotient = a.dividedOnLeft(by: b) { #expect(b * quotient == a) }
      if let quotient = a.dividedOnRight(by: b) { #expect(quotient * b == a) }
    }
  }

  @Test func quotientNeedsTheDivisorInPlace() {
    let layout = LinearLayout(
      bases: [.register: [[1], [4]], .lane: [[2], [8]]], outputs: [.offset: 16])
    let pair = LinearLayout.identity(2, from: .register, to: .offset)
    #expect(layout.dividedOnLeft(by: pair)?.basis(of: .register, bit: 0) == [2])
    #expect(layout.dividedOnLeft(by: .identity(4, from: .register, to: .offset)) == nil)
    #expect(layout.dividedOnLeft(by: .identity(2, from: .warp, to: .offset)) == nil)
    // A lane that enters the bits of the divisor is in its way.
    let mixed = LinearLayout(bases: [.register: [[1]], .lane: [[3]]], outputs: [.offset: 4])
    #expect(mixed.dividedOnLeft(by: pair) == nil)
  }

  @Test func compositionAppliesOneAfterTheOther() {
    var random = RandomSource(seed: 13)
    for _ in 0..<100 {
      let first = anyLayout(&random, inputs: [.register], outputs: ["a", "b"])
      let second = LinearLayout(
        inputs: first.outputs.reversed(), outputs: [Extent(.offset, bitCount: 4)],
        matrix: BitMatrix(
          rowCount: 4, columns: random.vectors(first.outputs.totalBits, bits: 4)))
      let third = LinearLayout(
        inputs: second.outputs, outputs: [Extent("c", bitCount: 3)],
        matrix: BitMatrix(rowCount: 3, columns: random.vectors(4, bits: 3)))
      let place = [random.number(0...first.inputSize(.register) - 1)]
      #expect(first.followed(by: second)(place) == second(first(place).reversed()))
      #expect(
        first.followed(by: second).followed(by: third)
          == first.followed(by: second.followed(by: third)))
    }
  }

  @Test func inverseUndoes() throws {
    var random = RandomSource(seed: 14)
    for _ in 0..<50 {
      let layout = random.bijectiveLayout(shape: random.shape(warps: 2), warps: 2)
      let inverse = try #require(layout.inverse)
      #expect(layout.followed(by: inverse).matrix == .identity(layout.matrix.columnCount))
      #expect(inverse.followed(by: layout).matrix == .identity(layout.matrix.rowCount))
      #expect(layout.pseudoInverse == inverse)
      #expect(inverse.inverse == layout)
    }
    #expect(LinearLayout.zeros(2, from: .lane, to: .axis(0)).inverse == nil)
  }

  @Test func pseudoInverseFindsTheFirstHolder() {
    let layout = LinearLayout(
      bases: [.register: [[1], [1]], .lane: [[2], [0]]], outputs: [.axis(0): 4])
    #expect((0..<4).map { layout.pseudoInverse([$0]) } == [[0, 0], [1, 0], [0, 1], [1, 1]])
    #expect(layout.pseudoInverse.followed(by: layout) == .identity(4, from: .axis(0), to: .axis(0)))
  }

  @Test func rearrangingKeepsTheMap() {
    var random = RandomSource(seed: 15)
    for _ in 0..<50 {
      let layout = anyLayout(&random, inputs: [.register, .lane], outputs: ["a", "b"])
      let place = [
        random.number(0...layout.inputSize(.register) - 1),
        random.number(0...layout.inputSize(.lane) - 1),
      ]
      let image = layout(place)
      #expect(layout.withInputs(inOrder: [.lane, .register])(place.reversed()) == image)
      #expect(layout.withOutputs(inOrder: ["b", "a"])(place) == image.reversed())
      #expect(layout.restricted(outputs: ["b"])(place) == [image[1]])
      #expect(layout.restricted(toInputs: [.lane])([place[1]]) == layout([0, place[1]]))
      let renamed = layout.renamed(input: .lane, to: .warp)
      #expect(renamed([.register: place[0], .warp: place[1]]) == image)
      #expect(layout.renamed(output: "a", to: "c").outputSize("c") == layout.outputSize("a"))
      #expect(layout.resized(output: "a", to: 2)(place) == [image[0] % 2, image[1]])
      #expect(layout.resized(output: "a", to: 16)(place) == image)
    }
  }

  @Test func tileIsTransposedAndReshaped() {
    let layout = LinearLayout.blocked(
      sizePerThread: [1, 2], threadsPerWarp: [4, 8], warpsPerCTA: [2, 1], order: [1, 0],
      shape: [16, 32])
    let transposed = layout.transposedTile(order: [1, 0])
    let reshaped = layout.reshapedTile(to: [4, 8, 16])
    #expect(transposed.shape == [32, 16] && reshaped.shape == [4, 8, 16])
    for (register, lane, warp) in [(0, 0, 0), (3, 17, 1), (5, 31, 0)] {
      let place = [register, lane, warp]
      let (row, column) = (layout(place)[0], layout(place)[1])
      #expect(transposed(place) == [column, row])
      let index = row * 32 + column
      #expect(reshaped(place) == [index / 128, index / 16 % 8, index % 16])
    }
    #expect(reshaped.reshapedTile(to: [16, 32]) == layout)
  }
}

extension [Extent] {
  fileprivate var totalBits: Int { reduce(0) { $0 + $1.bitCount } }
}
