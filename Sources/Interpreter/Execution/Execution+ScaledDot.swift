import Arithmetic
import IR

extension Execution {
  /// The product of two tiles whose elements come in groups with a scale each.
  func multiplyScaled(_ dot: ScaledDot) -> TileValue {
    let lhs = scaledElements(of: dot.lhs, outer: dot.rows, dot) { row, inner in (row, inner) }
    let rhs = scaledElements(of: dot.rhs, outer: dot.columns, dot) { column, inner in
      (inner, column)
    }
    var sums = [Double](repeating: 0, count: dot.batch * dot.rows * dot.columns)
    DotProduct.accumulate(
      lhs, rhs, batch: dot.batch, rows: dot.rows, columns: dot.columns, depth: dot.depth,
      over: 0..<dot.depth, into: &sums)
    return DotProduct.finish(sums, tile(dot.accumulator), dot.result)
  }

  /// The elements of one factor times their scales, in row-major order.
  ///
  /// - Parameters:
  ///   - outer: the extent of the dimension that is not summed over.
  ///   - place: row and column of an element, given its place in the outer and inner dimension.
  private func scaledElements(
    of side: ScaledDot.Side, outer: Int, _ dot: ScaledDot,
    place: (_ outer: Int, _ inner: Int) -> (row: Int, column: Int)
  ) -> [Double] {
    let stored = tile(side.value)
    let scales = side.scale.map { tile($0) }
    let groups = max(1, dot.depth / side.group)
    let rank = side.extents.count
    let (storedRows, storedColumns) = (side.extents[rank - 2], side.extents[rank - 1])
    let last = place(outer - 1, dot.depth - 1)
    let columns = last.column + 1
    var result = [Double](repeating: 0, count: dot.batch * outer * dot.depth)
    for batch in 0..<dot.batch {
      for position in 0..<outer {
        for inner in 0..<dot.depth {
          let (row, column) = place(position, inner)
          var (byteRow, byteColumn, shift) = (row, column, UInt64(0))
          if let packed = side.packedDimension {
            // The first of two elements lies in the low half of the byte.
            if packed == rank - 2 {
              (byteRow, shift) = (row / 2, 4 * UInt64(row & 1))
            } else {
              (byteColumn, shift) = (column / 2, 4 * UInt64(column & 1))
            }
          }
          let bits =
            stored[(batch * storedRows + byteRow) * storedColumns + byteColumn] >> shift
          let width = UInt64(side.format.bitWidth)
          var value = side.format.decode(bits & ((1 << width) - 1))
          if let scales {
            let index = (batch * outer + position) * groups + inner / side.group
            value *= side.scaleFormat.decode(scales[index])
          }
          result[(batch * (last.row + 1) + row) * columns + column] = value
        }
      }
    }
    return result
  }
}
