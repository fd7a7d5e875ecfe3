import TileSemantics

/// Sorting rows, choosing elements by index, and counting.
extension Tile where Element: NumericElement {
  /// The elements along the last dimension in order, from the least on.
  ///
  /// Triton: `tl.sort`
  public func sorted(isDescending: Bool = false) -> Tile {
    Tile(operand) { try $0.sort(operand, isDescending: isDescending) }
  }

  /// The `count` greatest elements along the last dimension, from the greatest on; the least ones,
  /// from the least on, unless `isDescending`. `count` is a power of two.
  ///
  /// Triton: `tl.topk`
  public func topK(_ count: Int, isDescending: Bool = true) -> Tile {
    Tile(operand) { try $0.topK(operand, count: count, isDescending: isDescending) }
  }

  /// The elements along the last dimension, which rise and then fall or the other way round, in
  /// order.
  ///
  /// Triton: `tl.bitonic_merge`
  public func bitonicMerged(isDescending: Bool = false) -> Tile {
    Tile(operand) { try $0.bitonicMerge(operand, isDescending: isDescending) }
  }
}

extension Tile {
  /// For each index the element that it names along `axis`, at the same place otherwise.
  ///
  /// The result has the shape of `indices`, which differs from this tile's only along `axis`.
  ///
  /// Triton: `tl.gather`
  public func gather(_ indices: Tile<some IntegerElement>, axis: Int) -> Tile {
    Tile(operand, indices.operand) {
      try $0.gather(operand, indices: indices.operand, axis: axis)
    }
  }
}

extension Tile where Element: IntegerElement {
  /// How often each integer from 0 up to, but not including, `bins` occurs. The tile has one
  /// dimension, and `bins` is a power of two.
  ///
  /// - Parameter mask: which elements count.
  ///
  /// Triton: `tl.histogram`
  public func histogram(bins: Int, mask: Tile<Bool>? = nil) -> Tile<Int32> {
    Tile<Int32>([operand] + [mask?.operand].compactMap { $0 }) {
      try $0.histogram(operand, bins: bins, mask: mask?.operand)
    }
  }
}

/// The place of element (`row`, `column`) when a matrix of `rows` and `columns` is walked in groups
/// of `group` rows instead of row by row.
///
/// Triton: `tl.swizzle2d`
public func swizzle<Element: IntegerElement>(
  row: Tile<Element>, column: Tile<Element>, rows: Tile<Element>, columns: Tile<Element>,
  group: Tile<Element>
) -> (row: Tile<Element>, column: Tile<Element>) {
  let operands = [row, column, rows, columns, group].map(\.operand)
  let results = Trace.emit(operands, count: 2) { builder in
    let (newRow, newColumn) = try builder.swizzle(
      row: operands[0], column: operands[1], rows: operands[2], columns: operands[3],
      group: operands[4])
    return [newRow, newColumn]
  }
  return (Tile(results[0]), Tile(results[1]))
}
