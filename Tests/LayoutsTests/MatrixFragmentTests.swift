import Layouts
import Testing

/// The fragments of `mma.sync` and `wgmma` as the PTX manual numbers them.
@Suite struct MatrixFragmentTests {
  @Test(arguments: [[1, 1], [2, 2], [4, 1], [1, 4]])
  func warpAccumulator(warps: [Int]) {
    let shape = [64, 64]
    let layout = LinearLayout.matrixAccumulator(.warp, warpsPerCTA: warps, shape: shape)
    let columnTiles = 64 / (8 * warps[1])
    #expect(layout.isBijective && layout.inputSize(.register) == 64 * 64 / 32 / warps[0] / warps[1])
    for register in 0..<layout.inputSize(.register) {
      let (tile, i) = (register / 4, register % 4)
      for lane in 0..<32 {
        for warp in 0..<warps[0] * warps[1] {
          let row = lane / 4 + (i >= 2 ? 8 : 0)
          let column = 2 * (lane % 4) + i % 2
          #expect(
            layout([register, lane, warp]) == [
              row + 16 * (warp / warps[1] + warps[0] * (tile / columnTiles)),
              column + 8 * (warp % warps[1] + warps[1] * (tile % columnTiles)),
            ])
        }
      }
    }
  }

  @Test(arguments: [([4, 1], 64), ([4, 1], 8), ([8, 1], 32), ([4, 2], 16)])
  func warpgroupAccumulator(warps: [Int], columns: Int) {
    let shape = [16 * warps[0], 64]
    let layout = LinearLayout.matrixAccumulator(
      .warpgroup, columns: columns, warpsPerCTA: warps, shape: shape)
    #expect(layout.isBijective)
    for register in 0..<layout.inputSize(.register) {
      let (tile, i) = (register / (columns / 2), register % (columns / 2))
      for lane in 0..<32 {
        for warp in 0..<warps[0] * warps[1] {
          let row = 16 * (warp % warps[0]) + lane / 4 + 8 * ((i >> 1) & 1)
          let column =
            8 * (i / 4) + 2 * (lane % 4) + (i & 1)
            + columns * (warp / warps[0] + warps[1] * tile)
          #expect(layout([register, lane, warp]) == [row, column])
        }
      }
    }
  }

  @Test(arguments: [1, 2, 4])
  func leftOperand(kWidth: Int) {
    // Registers of 32 bits: row, row + 8, k + half, both.
    let layout = LinearLayout.matrixOperand(
      .left, kWidth: kWidth, version: .warp, warpsPerCTA: [2, 2], shape: [32, 32])
    #expect(layout.holdersPerElement == 2)
    let kTiles = 32 / (8 * kWidth)
    for register in 0..<layout.inputSize(.register) {
      let part = register % kWidth
      let word = register / kWidth % 4
      let kTile = register / (4 * kWidth)
      #expect(kTile < kTiles)
      for lane in 0..<32 {
        for warp in 0..<4 {
          let row = lane / 4 + [0, 8, 0, 8][word] + 16 * (warp / 2)
          let k =
            kWidth * (lane % 4) + part + [0, 0, 4 * kWidth, 4 * kWidth][word] + 8 * kWidth * kTile
          #expect(layout([register, lane, warp]) == [row, k])
        }
      }
    }
  }

  @Test(arguments: [1, 2, 4])
  func rightOperand(kWidth: Int) {
    let layout = LinearLayout.matrixOperand(
      .right, kWidth: kWidth, version: .warp, warpsPerCTA: [2, 2], shape: [32, 32])
    let kTiles = 32 / (8 * kWidth)
    for register in 0..<layout.inputSize(.register) {
      let part = register % kWidth
      let word = register / kWidth % 2
      let kTile = register / (2 * kWidth) % kTiles
      let columnTile = register / (2 * kWidth) / kTiles
      for lane in 0..<32 {
        for warp in 0..<4 {
          let k = kWidth * (lane % 4) + part + 4 * kWidth * word + 8 * kWidth * kTile
          let column = lane / 4 + 8 * (warp % 2) + 16 * columnTile
          #expect(layout([register, lane, warp]) == [k, column])
        }
      }
    }
  }

  @Test func warpgroupLeftOperandHasTheRowsOfItsAccumulators() {
    let operand = LinearLayout.matrixOperand(
      .left, kWidth: 2, version: .warpgroup, warpsPerCTA: [4, 2], shape: [64, 16])
    let accumulator = LinearLayout.matrixAccumulator(
      .warpgroup, columns: 16, warpsPerCTA: [4, 1], shape: [64, 16])
    // Sixteen columns of accumulators pack straight into the operand's registers.
    for register in 0..<8 {
      for lane in 0..<32 {
        for warp in 0..<8 {
          #expect(operand([register, lane, warp]) == accumulator([register, lane, warp % 4]))
        }
      }
    }
  }

  @Test func batchesComeFirst() {
    let layout = LinearLayout.matrixAccumulator(.warp, warpsPerCTA: [2, 1, 1], shape: [4, 16, 8])
    #expect(layout([.warp: 1]) == [1, 0, 0])
    #expect(layout.isBijective && layout.shape == [4, 16, 8])
    let operand = LinearLayout.matrixOperand(
      .right, kWidth: 2, version: .warp, warpsPerCTA: [2, 1, 1], shape: [4, 16, 8])
    #expect(operand([.warp: 1]) == [1, 0, 0])
    #expect(operand([.register: 4]) == [2, 0, 0])
  }
}
