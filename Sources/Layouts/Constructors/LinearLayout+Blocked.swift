extension LinearLayout {
  /// A tile dealt out in boxes: each thread holds a box of `sizePerThread`, a warp is a box of
  /// threads, a block is a box of warps.
  ///
  /// Along an axis, with *s* = `sizePerThread`, *t* = `threadsPerWarp` and *w* = `warpsPerCTA` in
  /// it, the element at *x* belongs to element *x* mod *s* of the thread's box, thread (*x* / *s*)
  /// mod *t* of the warp's and warp (*x* / *s* / *t*) mod *w* of the block's. Boxes are numbered
  /// along axis `order[0]` first. A larger tile repeats the pattern in further registers; in a
  /// smaller one, several places hold one element. This is Triton's `#ttg.blocked`.
  ///
  /// - Parameter shape: the shape of the tile, powers of two like all the others.
  /// - Returns: a map from register, lane and warp.
  public static func blocked(
    sizePerThread: [Int], threadsPerWarp: [Int], warpsPerCTA: [Int], order: [Int], shape: [Int]
  ) -> LinearLayout {
    let tile =
      box(sizePerThread, order: order, from: .register)
      * box(threadsPerWarp, order: order, from: .lane)
      * box(warpsPerCTA, order: order, from: .warp)
    return tile.fitted(to: shape, order: order)
  }
}
