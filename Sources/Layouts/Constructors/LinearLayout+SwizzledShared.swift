extension LinearLayout {
  /// A tile in shared memory whose rows are swizzled for `ldmatrix` and `cp.async`.
  ///
  /// Axis `order[0]` is contiguous, then `order[1]` and so on. Groups of `vec` elements of row *r*
  /// change places: the element at column *c* is stored at column ((*c* / `vec`) xor ((*r* /
  /// `perPhase`) mod `maxPhase`)) `vec` + *c* mod `vec`, modulo the length of a row. `vec` =
  /// `perPhase` = `maxPhase` = 1 is row-major order. This is Triton's `#ttg.swizzled_shared`.
  ///
  /// - Requires: a row of at least `vec` elements.
  /// - Returns: a bijective map from offset, counted in elements.
  public static func swizzledShared(
    vec: Int, perPhase: Int, maxPhase: Int, order: [Int], shape: [Int]
  ) -> LinearLayout {
    let plain = box(shape, order: order, from: .offset)
    guard shape.count > 1, maxPhase > 1 else { return plain }
    let (columnCount, rowCount) = (shape[order[0]], shape[order[1]])
    precondition(columnCount >= vec, "a row is shorter than \(vec) elements")
    // The swizzle comes between the offset and row-major order. It only depends on the row, which
    // it keeps, so applying it twice changes nothing and its inverse is itself.
    var columns = BitMatrix.identity(plain.matrix.columnCount).columns
    for bit in 0..<rowCount.exponentOfTwo {
      let phase = ((1 << bit) / perPhase) % maxPhase
      columns[columnCount.exponentOfTwo + bit] ^= UInt64(vec * phase % columnCount)
    }
    let swizzle = LinearLayout(
      inputs: plain.inputs, outputs: plain.inputs,
      matrix: BitMatrix(rowCount: columns.count, columns: columns))
    return swizzle.followed(by: plain)
  }
}
