/// A picture of a layout: a grid of the elements of a tile, each with the place that holds it.
///
/// Places are written `T5:R2` for register 2 of thread 5 of the block (warp 0, lane 5), with `B1:`
/// before it for block 1, and as a number for an offset in shared memory. Where several places hold
/// an element, the one with the lowest indices is shown. Of a tile with more than two axes there is
/// a grid for each index of the leading axes.
public struct LayoutPicture: Sendable {
  /// The layout that is drawn.
  public let layout: LinearLayout
  /// What the picture is called.
  public let title: String
  /// How many rows, columns and grids are drawn at most.
  public let limit: Int

  /// The picture of `layout`, a layout of a tile.
  public init(of layout: LinearLayout, title: String, limit: Int = 64) {
    (self.layout, self.title, self.limit) = (layout, title, limit)
  }

  /// The last axis across, the one before it down; a tile of one axis is a row.
  var size: (rows: Int, columns: Int) {
    let shape = layout.shape
    return (shape.dropLast().last ?? 1, shape.last ?? 1)
  }

  /// The sizes of the axes that have a grid for each of their indices.
  var leadingShape: [Int] { layout.shape.dropLast(2) }

  /// What there is to say about the whole layout, a line each.
  var remarks: [String] {
    var remarks = ["tile \(layout.shape.map(String.init).joined(separator: "x"))"]
    let inputs = layout.inputs.filter { $0.bitCount > 0 }.map { "\($0.size) \($0.dimension)s" }
    if !inputs.isEmpty { remarks[0] += " over " + inputs.joined(separator: ", ") }
    let holders = layout.holdersPerElement
    if holders > 1 { remarks.append("\(holders) places hold each element; the first is shown") }
    if !layout.isSurjective { remarks.append("no place holds the elements marked -") }
    return remarks
  }

  /// The grids that are drawn, each with the indices of the leading axes.
  var grids: [LayoutGrid] {
    let space = layout.matrix.columnSpace
    let count = leadingShape.reduce(1, *)
    return (0..<min(count, limit)).map { number in
      var rest = number
      let indices = leadingShape.reversed().map { size -> Int in
        defer { rest /= size }
        return rest % size
      }
      return grid(at: indices.reversed(), holders: space)
    }
  }

  private func grid(at leading: [Int], holders: BitSpan) -> LayoutGrid {
    // The outputs of a layout may be in any order.
    let axes = (0..<layout.rank).map { axis in
      layout.outputs.firstIndex { $0.dimension == .axis(axis) } ?? axis
    }
    let cells = (0..<min(size.rows, limit)).map { row in
      (0..<min(size.columns, limit)).map { column in
        var indices = Array(repeating: 0, count: axes.count)
        let coordinates = layout.rank < 2 ? [column] : leading + [row, column]
        for (axis, coordinate) in zip(axes, coordinates) { indices[axis] = coordinate }
        return holders.combination(of: layout.outputs.pack(indices)).map {
          LayoutPlace(indices: layout.inputs.unpack($0), of: layout)
        }
      }
    }
    return LayoutGrid(leadingIndices: leading, cells: cells)
  }
}

/// The elements of a tile that differ in the last two axes only, with the places that hold them.
struct LayoutGrid {
  /// The indices of the other axes.
  let leadingIndices: [Int]
  /// The places by row and column.
  let cells: [[LayoutPlace?]]

  /// What is written above the grid; empty if there is only one.
  var heading: String {
    leadingIndices.enumerated().map { "\(Dimension.axis($0.offset)) = \($0.element)" }
      .joined(separator: ", ")
  }
}
