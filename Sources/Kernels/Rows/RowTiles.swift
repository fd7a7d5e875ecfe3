import KernelLanguage

/// A row of a matrix as tiles, divided as ``RowDivision`` says.
struct RowTiles<Element: TileElement> {
  /// The tiles that lie wholly inside the row, and what is left of it before and behind them.
  var pieces: [Tile<Element>]
  /// How many vectors of 16 bytes a whole tile was loaded as.
  let vectors: Int

  /// What `transform` makes of each tile.
  func map<Result>(_ transform: (Tile<Element>) -> Tile<Result>) -> RowTiles<Result> {
    RowTiles<Result>(pieces: pieces.map(transform), vectors: vectors)
  }
}

extension RowTiles where Element: FloatElement {
  /// The same numbers as elements of another type.
  func to<Result: FloatElement>(_ type: Result.Type) -> RowTiles<Result> { map { $0.to(type) } }
}

extension RowTiles<Float> {
  /// The largest element.
  func max() -> Scalar<Float> {
    folded({ KernelLanguage.max($0, $1) }, { $0.max(axis: 1) }).max(axis: 0)
  }

  /// The sum of the elements.
  func sum() -> Scalar<Float> {
    folded({ $0 + $1 }, { $0.sum(axis: 1) }).sum(axis: 0)
  }

  /// A number for each vector of a whole tile, which a thread makes of what it holds: so a row costs
  /// no more exchanges between threads than a single tile does.
  private func folded(
    _ combine: (Tile<Float>, Tile<Float>) -> Tile<Float>, _ fold: (Tile<Float>) -> Tile<Float>
  ) -> Tile<Float> {
    func perVector(_ tile: Tile<Float>) -> Tile<Float> {
      let size = tile.count / vectors
      return size == 1 ? tile : fold(tile.reshape([vectors, size]))
    }
    let edge = perVector(pieces[pieces.count - 1])
    guard pieces.count > 1 else { return edge }
    let whole = pieces[1..<(pieces.count - 1)].reduce(pieces[0], combine)
    return combine(perVector(whole), edge)
  }
}

extension RowTiles: Traced {
  /// Passes every tile to `tracer`.
  mutating func trace(with tracer: inout Tracer) { tracer.trace(&pieces) }
}
