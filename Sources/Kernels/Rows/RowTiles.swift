import KernelLanguage

/// A row of a matrix as tiles, divided as ``RowDivision`` says.
struct RowTiles<Element: TileElement> {
  /// Tiles that lie wholly inside the row.
  var whole: [Tile<Element>]
  /// What is left of the row before and behind them.
  var edge: Tile<Element>
  /// How many vectors of 16 bytes a whole tile was loaded as.
  let vectors: Int

  /// What `transform` makes of each tile.
  func map<Result>(_ transform: (Tile<Element>) -> Tile<Result>) -> RowTiles<Result> {
    RowTiles<Result>(whole: whole.map(transform), edge: transform(edge), vectors: vectors)
  }

  /// What `combine` makes of each tile and the one at its place in `other`.
  func zip<Other, Result>(
    _ other: RowTiles<Other>, _ combine: (Tile<Element>, Tile<Other>) -> Tile<Result>
  ) -> RowTiles<Result> {
    RowTiles<Result>(
      whole: Swift.zip(whole, other.whole).map(combine), edge: combine(edge, other.edge),
      vectors: vectors)
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
    guard let first = whole.first else { return perVector(edge) }
    return combine(perVector(whole.dropFirst().reduce(first, combine)), perVector(edge))
  }
}

extension RowTiles: Traced {
  /// Passes every tile to `tracer`.
  mutating func trace(with tracer: inout Tracer) {
    tracer.trace(&whole)
    tracer.trace(&edge)
  }
}
