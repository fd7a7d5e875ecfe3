import Layouts
import Testing

@Suite struct BlockedLayoutTests {
  /// The position of box number `index` when boxes are numbered along `order[0]` first.
  private func position(_ index: Int, in box: [Int], order: [Int]) -> [Int] {
    var position = box
    var rest = index
    for axis in order {
      position[axis] = rest % box[axis]
      rest /= box[axis]
    }
    return position
  }

  @Test func agreesWithItsFormula() {
    var random = RandomSource(seed: 20)
    var (larger, smaller) = (0, 0)
    for _ in 0..<150 {
      let rank = random.number(1...3)
      let sizes = { (exponents: ClosedRange<Int>) in
        (0..<rank).map { _ in random.power(exponents) }
      }
      let (s, t, w) = (sizes(0...2), sizes(0...2), sizes(0...1))
      let shape = sizes(0...4)
      let order = random.order(rank)
      let layout = LinearLayout.blocked(
        sizePerThread: s, threadsPerWarp: t, warpsPerCTA: w, order: order, shape: shape)
      let tile = (0..<rank).map { s[$0] * t[$0] * w[$0] }
      let repeats = (0..<rank).map { max(1, shape[$0] / tile[$0]) }
      if repeats.contains(where: { $0 > 1 }) { larger += 1 }
      if zip(tile, shape).contains(where: >) { smaller += 1 }
      let box = s.reduce(1, *)
      #expect(layout.inputSize(.register) == box * repeats.reduce(1, *))
      #expect(layout.shape == shape && layout.isSurjective)
      for register in 0..<layout.inputSize(.register) {
        let own = position(register % box, in: s, order: order)
        let turn = position(register / box, in: repeats, order: order)
        for lane in 0..<t.reduce(1, *) {
          let thread = position(lane, in: t, order: order)
          for warp in 0..<w.reduce(1, *) {
            let warpPosition = position(warp, in: w, order: order)
            let expected = (0..<rank).map { axis -> Int in
              let threads: Int = thread[axis] + t[axis] * warpPosition[axis]
              let coordinate: Int = own[axis] + s[axis] * threads + turn[axis] * tile[axis]
              return coordinate % shape[axis]
            }
            #expect(layout([register, lane, warp]) == expected)
          }
        }
      }
    }
    #expect(larger > 10 && smaller > 10)
  }

  @Test func smallTileIsHeldManyTimes() {
    let layout = LinearLayout.blocked(
      sizePerThread: [4], threadsPerWarp: [32], warpsPerCTA: [4], order: [0], shape: [16])
    #expect(layout.holdersPerElement == 32)
    #expect(layout.repetitionMask(of: .lane) == 0b11100)
    #expect(layout.repetitionMask(of: .warp) == 0b11)
    #expect(layout([1, 5, 3]) == [5])
  }

  @Test func sliceForgetsAnAxis() {
    let parent = LinearLayout.blocked(
      sizePerThread: [2, 4], threadsPerWarp: [8, 4], warpsPerCTA: [2, 2], order: [1, 0],
      shape: [32, 64])
    let rows = parent.sliced(along: 1)
    #expect(rows.shape == [32])
    #expect(rows.inputSize(.register) == 2)
    #expect(rows.repetitionMask(of: .lane) == 0b00011)
    #expect(rows.repetitionMask(of: .warp) == 0b01)
    let columns = parent.sliced(along: 0)
    #expect(columns.shape == [64] && columns.inputSize(.register) == 8)
    for lane in 0..<32 {
      for warp in 0..<4 {
        #expect(rows([0, lane, warp]) == [parent([0, lane, warp])[0]])
        #expect(columns([0, lane, warp]) == [parent([0, lane, warp])[1]])
      }
    }
  }

  @Test func blocksHoldPartsSideBySide() {
    let part = LinearLayout.blocked(
      sizePerThread: [1, 1], threadsPerWarp: [4, 8], warpsPerCTA: [1, 1], order: [1, 0],
      shape: [4, 8])
    let layout = part.spread(overBlocks: [2, 2], split: [2, 1], order: [1, 0])
    #expect(layout.shape == [8, 8])
    for block in 0..<4 {
      #expect(layout([.block: block]) == [4 * (block / 2), 0])
    }
    #expect(layout.repetitionMask(of: .block) == 0b01)
  }
}
