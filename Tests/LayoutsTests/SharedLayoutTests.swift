import Layouts
import Testing

/// Swizzles of shared memory as formulas on coordinates and addresses.
@Suite struct SharedLayoutTests {
  @Test(
    arguments: [
      (1, 1, 1), (8, 1, 8), (8, 2, 4), (8, 4, 2), (4, 2, 8), (1, 1, 16), (2, 4, 1), (16, 1, 8),
    ])
  func swizzledElementsAreWhereTheFormulaSays(vec: Int, perPhase: Int, maxPhase: Int) {
    let (rows, columns) = (32, 64)
    for order in [[1, 0], [0, 1]] {
      let shape = order == [1, 0] ? [rows, columns] : [columns, rows]
      let layout = LinearLayout.swizzledShared(
        vec: vec, perPhase: perPhase, maxPhase: maxPhase, order: order, shape: shape)
      #expect(layout.isBijective)
      for row in 0..<rows {
        for column in 0..<columns {
          let group = (column / vec) ^ ((row / perPhase) % maxPhase)
          let stored = (group * vec + column % vec) % columns
          let element = order == [1, 0] ? [row, column] : [column, row]
          #expect(layout([row * columns + stored]) == element)
        }
      }
    }
  }

  @Test func furtherAxesFollow() {
    let layout = LinearLayout.swizzledShared(
      vec: 4, perPhase: 1, maxPhase: 2, order: [2, 1, 0], shape: [4, 8, 16])
    #expect(layout.isBijective)
    #expect(layout([2 * 128 + 3 * 16 + 5]) == [2, 3, 1])
    #expect(layout([2 * 128 + 4 * 16 + 5]) == [2, 4, 5])
    let vector = LinearLayout.swizzledShared(
      vec: 4, perPhase: 1, maxPhase: 2, order: [0], shape: [16])
    #expect(vector == .identity(16, from: .offset, to: .axis(0)))
  }

  /// Undoes the swizzle of a byte address.
  private func unswizzled(_ address: Int, _ swizzle: TensorMemorySwizzle) -> Int {
    switch swizzle {
    case .none: address
    case .bytes32: address ^ (address >> 7 & 1) << 4
    case .bytes64: address ^ (address >> 7 & 3) << 4
    case .bytes128: address ^ (address >> 7 & 7) << 4
    }
  }

  @Test(arguments: TensorMemorySwizzle.allCases, [8, 16, 32])
  func tensorMemoryXorsAddresses(swizzle: TensorMemorySwizzle, elementBits: Int) {
    let bytes = elementBits / 8
    let rowBytes = swizzle == .none ? 16 : swizzle.rawValue
    for (rows, isTransposed) in [(8, false), (32, false), (32, true)] {
      let columns = 256 / bytes
      let layout = LinearLayout.tensorMemoryShared(
        swizzle: swizzle, elementBits: elementBits, isTransposed: isTransposed,
        shape: isTransposed ? [columns, rows] : [rows, columns])
      #expect(layout.isBijective)
      for offset in 0..<rows * columns {
        let address = unswizzled(offset * bytes, swizzle)
        let panel = address / (rows * rowBytes)
        let row = address % (rows * rowBytes) / rowBytes
        let column = panel * rowBytes / bytes + address % rowBytes / bytes
        #expect(layout([offset]) == (isTransposed ? [column, row] : [row, column]))
      }
    }
  }

  @Test(arguments: [(TensorMemorySwizzle.bytes128, 1, 8), (.bytes64, 2, 4), (.bytes32, 4, 2)])
  func tensorMemoryEqualsTheSwizzleForLdmatrix(
    swizzle: TensorMemorySwizzle, perPhase: Int, maxPhase: Int
  ) {
    let shape = [64, swizzle.rawValue / 2]
    #expect(
      LinearLayout.tensorMemoryShared(swizzle: swizzle, elementBits: 16, shape: shape)
        == .swizzledShared(
          vec: 8, perPhase: perPhase, maxPhase: maxPhase, order: [1, 0], shape: shape))
  }

  @Test func stridesAreThoseOfAMatrixDescriptor() throws {
    let offset = { (layout: LinearLayout, element: [Int]) in
      layout.pseudoInverse(element)[0] * 2
    }
    // K-major, 128 bytes: the next 8 rows 1024 bytes on, the next panel after all rows.
    let wide = LinearLayout.tensorMemoryShared(
      swizzle: .bytes128, elementBits: 16, shape: [64, 128])
    #expect(offset(wide, [8, 0]) == 1024)
    #expect(offset(wide, [0, 64]) == 64 * 128)
    // Without a swizzle: the other 16 bytes of k after all rows, the next 8 rows 128 bytes on.
    let plain = LinearLayout.tensorMemoryShared(swizzle: .none, elementBits: 16, shape: [64, 16])
    #expect(offset(plain, [8, 0]) == 128)
    #expect(offset(plain, [0, 8]) == 64 * 16)
  }

  @Test func rowsOfFurtherAxesAreInAPanel() {
    let layout = LinearLayout.tensorMemoryShared(
      swizzle: .bytes64, elementBits: 16, shape: [2, 8, 64])
    #expect(layout.isBijective && layout.shape == [2, 8, 64])
    // Row 3 of batch 1 is row 11 of the panel, in phase 11 / 2 mod 4 = 1.
    #expect(layout([11 * 32]) == [1, 3, 8])
    #expect(layout([16 * 32]) == [0, 0, 32])
  }

  @Test func widestSwizzleThatFits() {
    #expect(TensorMemorySwizzle.widest(fitting: 256) == .bytes128)
    #expect(TensorMemorySwizzle.widest(fitting: 64) == .bytes64)
    #expect(TensorMemorySwizzle.widest(fitting: 32) == .bytes32)
    #expect(TensorMemorySwizzle.widest(fitting: 16) == .none)
    #expect(TensorMemorySwizzle.bytes128.patternBytes == 1024)
  }
}
