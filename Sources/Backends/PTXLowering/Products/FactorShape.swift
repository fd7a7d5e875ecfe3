import Layouts

/// The shape of a factor of a matrix product, and how places in it are packed into numbers as its
/// layouts do.
struct FactorShape {
  /// Which factor it is.
  let operand: MatrixOperand
  /// How many matrices there are.
  let batch: Int
  /// The extent along the dimension that the result has as well.
  let outer: Int
  /// The extent along the inner dimension.
  let depth: Int
  /// How many dimensions the tile has.
  let rank: Int

  /// The extents in the order of the tile's dimensions.
  var extents: [Int] {
    let matrix = operand == .left ? [outer, depth] : [depth, outer]
    return rank == 3 ? [batch] + matrix : matrix
  }

  /// The shape of one of `count` slices along the inner dimension.
  func slice(of count: Int) -> FactorShape {
    FactorShape(
      operand: operand, batch: batch, outer: outer, depth: depth / count, rank: rank)
  }

  /// The dimension that the result has as well.
  var outerAxis: Int { operand == .left ? rank - 2 : rank - 1 }
  /// The inner dimension.
  var depthAxis: Int { operand == .left ? rank - 1 : rank - 2 }

  /// The place with these indices, each modulo its extent.
  func place(batch: Int = 0, outer: Int = 0, depth: Int = 0) -> UInt64 {
    var indices = [outer % self.outer, depth % self.depth]
    if operand == .right { indices.swapAt(0, 1) }
    if rank == 3 { indices.insert(batch % self.batch, at: 0) }
    var (place, start) = (UInt64(0), 0)
    for (index, extent) in zip(indices, extents) {
      place |= UInt64(index) << UInt64(start)
      start += extent.trailingZeroBitCount
    }
    return place
  }
}
