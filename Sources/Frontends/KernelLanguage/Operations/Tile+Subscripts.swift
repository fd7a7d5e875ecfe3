/// Stands for a new dimension of extent 1 in a subscript, where it is written `nil`.
///
/// Triton: `None` in `x[:, None]`
public struct NewAxis: ExpressibleByNilLiteral {
  /// A new dimension.
  public init(nilLiteral: ()) {}
}

/// New dimensions of extent 1: `...` stands for a dimension that is there, `nil` for a new one.
extension Tile {
  /// A column: the elements of a row, each in a row of its own.
  ///
  /// Triton: `x[:, None]`
  public subscript(_: UnboundedRange, _: NewAxis) -> Tile { withNewAxes([1], keeping: 1) }

  /// A row: the elements in one row.
  ///
  /// Triton: `x[None, :]`
  public subscript(_: NewAxis, _: UnboundedRange) -> Tile { withNewAxes([0], keeping: 1) }

  /// Triton: `x[None, :, :]`
  public subscript(_: NewAxis, _: UnboundedRange, _: UnboundedRange) -> Tile {
    withNewAxes([0], keeping: 2)
  }

  /// Triton: `x[:, None, :]`
  public subscript(_: UnboundedRange, _: NewAxis, _: UnboundedRange) -> Tile {
    withNewAxes([1], keeping: 2)
  }

  /// Triton: `x[:, :, None]`
  public subscript(_: UnboundedRange, _: UnboundedRange, _: NewAxis) -> Tile {
    withNewAxes([2], keeping: 2)
  }

  /// Triton: `x[:, None, None]`
  public subscript(_: UnboundedRange, _: NewAxis, _: NewAxis) -> Tile {
    withNewAxes([1, 2], keeping: 1)
  }

  /// Triton: `x[None, :, None]`
  public subscript(_: NewAxis, _: UnboundedRange, _: NewAxis) -> Tile {
    withNewAxes([0, 2], keeping: 1)
  }

  /// Triton: `x[None, None, :]`
  public subscript(_: NewAxis, _: NewAxis, _: UnboundedRange) -> Tile {
    withNewAxes([0, 1], keeping: 1)
  }

  private func withNewAxes(_ axes: [Int], keeping rank: Int) -> Tile {
    if !operand.isPlaceholder, operand.type.rank != rank {
      return Tile(
        mistake(
          "subscript: has \(operand.typeName), expected a tile of \(rank) "
            + (rank == 1 ? "dimension" : "dimensions")))
    }
    return axes.reduce(self) { $0.expandDims($1) }
  }
}
