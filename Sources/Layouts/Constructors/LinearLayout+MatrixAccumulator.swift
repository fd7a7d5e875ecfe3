extension LinearLayout {
  /// The accumulators of a matrix multiplication on tensor cores.
  ///
  /// Lane *l* holds in register *i* of an instruction's tile the element at row *l* / 4 + 8 ((*i* /
  /// 2) mod 2) and column 8 (*i* / 4) + 2 (*l* mod 4) + *i* mod 2. This holds for `mma.sync.m16n8`
  /// (PTX ISA, "Matrix Fragments for mma.m16n8k16") and, with warp *w* of the group 16 *w* rows
  /// further down, for `wgmma.m64nN` ("Register Fragments for wgmma.m64nNk16"). This is Triton's
  /// `#ttg.nvidia_mma`.
  ///
  /// - Parameters:
  ///   - columns: the columns of one instruction: 8 for `mma.sync`, 8 to 256 for `wgmma`.
  ///   - warpsPerCTA: how many warps stand side by side in each axis. For `wgmma` the rows have a
  ///     multiple of four.
  ///   - shape: the shape of the tile: rows and columns last, before them batches.
  /// - Returns: a map from register, lane and warp. A larger tile has further registers, along the
  ///   columns first.
  public static func matrixAccumulator(
    _ version: TensorCoreVersion, columns: Int = 8, warpsPerCTA: [Int], shape: [Int]
  ) -> LinearLayout {
    let rank = shape.count
    precondition(columns >= 8, "an instruction has at least 8 columns")
    precondition(version == .warpgroup || columns == 8, "mma.sync has 8 columns")
    let order = Array((0..<rank).reversed())
    let tile = fragment(
      rank: rank, inner: rank - 1, outer: rank - 2, perRegister: 2, outerRepetitions: 2,
      innerRepetitions: columns / 8)
    let warps = box(warpsPerCTA, order: version.warpOrder(rank: rank), from: .warp)
    return (tile * warps).fitted(to: shape, order: order)
  }

  /// What one warp holds of an operand or a result of `mma`.
  ///
  /// A register of 32 bits has `perRegister` neighbours along axis `inner`. Four lanes continue
  /// along `inner`, eight groups of lanes along `outer`. Then come further registers, first along
  /// `outer`.
  static func fragment(
    rank: Int, inner: Int, outer: Int, perRegister: Int, outerRepetitions: Int,
    innerRepetitions: Int
  ) -> LinearLayout {
    let order = (0..<rank).reversed().filter { $0 != inner && $0 != outer }
    let axes = [inner, outer] + order
    let sizes = { (along: Int, across: Int) in
      (0..<rank).map { $0 == inner ? along : $0 == outer ? across : 1 }
    }
    return box(sizes(perRegister, 1), order: axes, from: .register)
      * box(sizes(4, 8), order: axes, from: .lane)
      * box(sizes(1, outerRepetitions), order: axes, from: .register)
      * box(sizes(innerRepetitions, 1), order: axes, from: .register)
  }
}
