extension LayoutPicture {
  /// The picture as lines of text: the title, remarks, and the grids with the index of each row.
  public var text: String {
    var lines = [title] + remarks
    for grid in grids {
      if !grid.heading.isEmpty { lines.append(grid.heading + ":") }
      lines += rows(of: grid)
    }
    let omitted = leadingShape.reduce(1, *) - limit
    if omitted > 0 { lines.append("... \(omitted) more grids") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(of grid: LayoutGrid) -> [String] {
    let labels = grid.cells.map { $0.map { $0?.label ?? "-" } }
    let width = labels.joined().map(\.count).max() ?? 0
    let margin = String(max(0, labels.count - 1)).count
    var lines = labels.enumerated().map { row, labels in
      let cells = labels.map { $0.paddedOnRight(to: width) }.joined(separator: " ")
      let more = size.columns > limit ? " ... \(size.columns - limit) more" : ""
      return String(row).paddedOnLeft(to: margin) + "| " + (cells + more).trimmingTrailingSpaces
    }
    if size.rows > limit { lines.append("... \(size.rows - limit) more rows") }
    return lines
  }
}

extension String {
  fileprivate func paddedOnRight(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  fileprivate func paddedOnLeft(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }

  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
