/// A layout whose outputs are the axes `dim0`, `dim1`, ... of a tile.
extension LinearLayout {
  /// The number of axes.
  public var rank: Int { outputs.count }

  /// The size of each axis.
  public var shape: [Int] { (0..<rank).map { outputSize(.axis($0)) } }

  /// The layout of a tile whose axis *i* is axis `order[i]` of this one, elements staying where
  /// they are.
  public func transposedTile(order: [Int]) -> LinearLayout {
    precondition(order.sorted() == Array(0..<rank), "an order names every axis once")
    let arranged = withOutputs(inOrder: order.map { .axis($0) })
    return arranged.reshaped(
      outputs: arranged.outputs.enumerated().map {
        Extent(.axis($0.offset), bitCount: $0.element.bitCount)
      })
  }

  /// The layout of a tile of another shape with the same elements in row-major order, which stay
  /// where they are.
  ///
  /// - Requires: as many elements as before.
  public func reshapedTile(to shape: [Int]) -> LinearLayout {
    let lastFirst = withOutputs(inOrder: (0..<rank).reversed().map { .axis($0) })
    let reshaped = lastFirst.reshaped(
      outputs: shape.indices.reversed().map { Extent(.axis($0), size: shape[$0]) })
    return reshaped.withOutputs(inOrder: shape.indices.map { .axis($0) })
  }

  /// The layout of a tile of `shape` that repeats this one or a part of it.
  ///
  /// Where this one is larger than an axis, coordinates are taken modulo its size, so that several
  /// places hold one element. Where it is smaller, each thread gets more registers, which continue
  /// the tile along axis `order[0]` first.
  public func fitted(to shape: [Int], order: [Int]) -> LinearLayout {
    precondition(shape.count == rank, "a shape has a size for each axis")
    let cut = shape.indices.reduce(self) { layout, axis in
      layout.outputSize(.axis(axis)) > shape[axis]
        ? layout.resized(output: .axis(axis), to: shape[axis]) : layout
    }
    let repetitions = shape.indices.map { shape[$0] / cut.outputSize(.axis($0)) }
    return cut * .box(repetitions, order: order, from: .register)
  }
}
