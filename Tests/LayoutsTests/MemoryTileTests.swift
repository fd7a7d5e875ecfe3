import Layouts
import Testing

/// Which instructions can move a tile, by division.
@Suite struct MemoryTileTests {
  private let shared = LinearLayout.swizzledShared(
    vec: 8, perPhase: 1, maxPhase: 8, order: [1, 0], shape: [64, 64])

  private func operand(_ operand: MatrixOperand, kWidth: Int = 2) -> LinearLayout {
    .matrixOperand(operand, kWidth: kWidth, version: .warp, warpsPerCTA: [2, 2], shape: [64, 64])
  }

  @Test func ldmatrixLoadsOperandsWithContiguousK() {
    #expect(operand(.left).allowsMatrixAccess(to: shared, elementBits: 16))
    // The right factor is k by columns, so row-major memory has k far apart.
    #expect(!operand(.right).allowsMatrixAccess(to: shared, elementBits: 16))
    #expect(operand(.right).allowsTransposedMatrixAccess(to: shared))
    #expect(!operand(.left).allowsTransposedMatrixAccess(to: shared))
    let transposed = shared.transposedTile(order: [1, 0])
    #expect(operand(.right).allowsMatrixAccess(to: transposed, elementBits: 16))
    #expect(operand(.left).allowsTransposedMatrixAccess(to: transposed))
  }

  @Test func ldmatrixNeedsFourBytesOfALane() {
    #expect(!operand(.left).allowsMatrixAccess(to: shared, elementBits: 8))
    let bytes = LinearLayout.swizzledShared(
      vec: 16, perPhase: 2, maxPhase: 4, order: [1, 0], shape: [64, 64])
    #expect(operand(.left, kWidth: 4).allowsMatrixAccess(to: bytes, elementBits: 8))
    #expect(!operand(.left, kWidth: 4).allowsMatrixAccess(to: bytes, elementBits: 16))
  }

  @Test func ldmatrixNeedsRowsOf16Bytes() {
    let fine = LinearLayout.swizzledShared(
      vec: 4, perPhase: 1, maxPhase: 8, order: [1, 0], shape: [64, 64])
    #expect(!operand(.left).allowsMatrixAccess(to: fine, elementBits: 16))
  }

  @Test func stmatrixStoresAccumulatorsForTensorMemory() throws {
    let accumulator = LinearLayout.matrixAccumulator(
      .warpgroup, columns: 64, warpsPerCTA: [4, 1], shape: [64, 64])
    let panel = LinearLayout.tensorMemoryShared(
      swizzle: .bytes128, elementBits: 16, shape: [64, 64])
    #expect(accumulator.allowsMatrixAccess(to: panel, elementBits: 16))
    let rows = try #require(
      accumulator.conversion(to: panel)?.dividedOnLeft(by: .matrixRowAccess(elementBits: 16)))
    // The quotient counts rows of 16 bytes: chunk j of row r is at 8 r + (j xor r mod 8).
    for row in 0..<8 {
      for chunk in 0..<8 {
        // Register bit 0 is row + 8, the ones above it are the chunk.
        #expect(rows([2 * chunk, row, 0]) == [8 * row + (chunk ^ row)])
      }
    }
  }

  @Test func vectorsDivideWhatIsContiguous() {
    let blocked = LinearLayout.blocked(
      sizePerThread: [1, 8], threadsPerWarp: [4, 8], warpsPerCTA: [4, 1], order: [1, 0],
      shape: [64, 64])
    #expect(blocked.conversion(to: shared)?.dividedOnLeft(by: .vectorAccess(elements: 8)) != nil)
    #expect(blocked.conversion(to: shared)?.dividedOnLeft(by: .vectorAccess(elements: 16)) == nil)
  }
}
