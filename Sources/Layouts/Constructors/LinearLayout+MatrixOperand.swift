extension LinearLayout {
  /// A factor of a matrix multiplication on tensor cores that lies in registers.
  ///
  /// With *p* = `kWidth` neighbours along k in a 32-bit register (2 for 16-bit types, 4 for 8-bit,
  /// 1 for tf32), lane *l* has in part *j* of register *r* of the left factor's tile of 16 rows the
  /// element at row *l* / 4 + 8 (*r* mod 2) and k = *p* (*l* mod 4) + *j* + 4 *p* (*r* / 2). In the
  /// right factor's tile of 8 columns it is at column *l* / 4 and k = *p* (*l* mod 4) + *j* + 4 *p*
  /// *r* (PTX ISA, "Matrix Fragments for mma.m16n8k16" and its neighbours, "Register Fragments for
  /// wgmma"). A larger `kWidth` than that of the type permutes k, which does no harm if both
  /// factors do. Warps that stand side by side along the other factor's axis hold the same. This is
  /// Triton's `#ttg.dot_op`.
  ///
  /// - Parameters:
  ///   - version: with `.warpgroup` only the left factor may lie in registers.
  ///   - warpsPerCTA: the warps of the accumulators in each axis.
  ///   - shape: the shape of the factor: (rows, k) or (k, columns) last, before them batches.
  /// - Returns: a map from register, lane and warp. A larger tile has further registers, along k
  ///   first.
  public static func matrixOperand(
    _ operand: MatrixOperand, kWidth: Int, version: TensorCoreVersion, warpsPerCTA: [Int],
    shape: [Int]
  ) -> LinearLayout {
    precondition(
      version == .warp || operand == .left, "wgmma takes its right factor from shared memory")
    let rank = shape.count
    let (k, other) = operand == .left ? (rank - 1, rank - 2) : (rank - 2, rank - 1)
    let tile = fragment(
      rank: rank, inner: k, outer: other, perRegister: kWidth,
      outerRepetitions: operand == .left ? 2 : 1, innerRepetitions: 2)
    let warps = box(warpsPerCTA, order: version.warpOrder(rank: rank), from: .warp)
      .resized(output: .axis(k), to: 1)
    let batches = (0..<rank).reversed().filter { $0 != k && $0 != other }
    return (tile * warps).fitted(to: shape, order: [k, other] + batches)
  }
}
