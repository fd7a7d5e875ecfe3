extension LinearLayout {
  /// A tile in shared memory as the tensor memory accelerator writes and `wgmma` reads it.
  ///
  /// The contiguous axis is cut into panels of `swizzle.rowBytes`. A panel has the rows of the tile
  /// below each other, those of further axes after them; panels follow each other. Within a panel,
  /// the 16-byte chunks of rows change places: address bits [6:4] are xored with bits [9:7] for 128
  /// bytes, [5:4] with [8:7] for 64, [4] with [7] for 32 (PTX ISA, "Tensor swizzling modes";
  /// CUTLASS `Swizzle<B, 4, 3>` on byte addresses). This is Triton's `#ttg.nvmma_shared`.
  ///
  /// - Parameters:
  ///   - elementBits: the bits of an element.
  ///   - isTransposed: whether the last axis but one is contiguous instead of the last.
  ///   - shape: the shape of the tile, of at least two axes.
  /// - Requires: the contiguous axis has at least `swizzle.rowBytes`.
  /// - Returns: a bijective map from offset, counted in elements.
  public static func tensorMemoryShared(
    swizzle: TensorMemorySwizzle, elementBits: Int, isTransposed: Bool = false, shape: [Int]
  ) -> LinearLayout {
    precondition(shape.count >= 2, "a tile for tensor memory has at least two axes")
    let rowMajor = Array(shape.indices.reversed())
    let order = isTransposed ? rowMajor.swappingFirstTwo() : rowMajor
    let rowLength = swizzle.rowBytes * 8 / elementBits
    precondition(
      shape[order[0]] >= rowLength, "a row is shorter than \(swizzle.rowBytes) bytes")

    var panel = shape
    panel[order[0]] = rowLength
    let panels = shape.indices.map { shape[$0] / panel[$0] }
    // A row of 128 bytes is in a phase of its own, two of 64 bytes share one, and four of 32.
    let chunk = 128 / elementBits
    let rowsPerPhase = 128 / swizzle.rowBytes
    return panelOffsets(
      panel, order: order, chunk: chunk, rowsPerPhase: rowsPerPhase,
      phases: max(1, swizzle.rawValue / 16)
    ) * box(panels, order: order, from: .offset)
  }

  /// A panel whose rows, also those of further axes, count on for the phase of the swizzle.
  private static func panelOffsets(
    _ panel: [Int], order: [Int], chunk: Int, rowsPerPhase: Int, phases: Int
  ) -> LinearLayout {
    let rows = order.dropFirst().reduce(1) { $0 * panel[$1] }
    let flat = swizzledShared(
      vec: chunk, perPhase: rowsPerPhase, maxPhase: phases, order: [1, 0],
      shape: [rows, panel[order[0]]])
    // Packed with the column lowest, the rows are cut into the axes of the tile.
    return flat.withOutputs(inOrder: [.axis(1), .axis(0)])
      .reshaped(outputs: order.map { Extent(.axis($0), size: panel[$0]) })
      .withOutputs(inOrder: panel.indices.map { .axis($0) })
  }
}
