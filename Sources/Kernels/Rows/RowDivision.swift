import KernelLanguage

/// How the rows of a matrix are divided into tiles that memory reads 16 bytes at a time, wherever a
/// row starts.
///
///     skew
///     |··|-----|================|================|------|
///     | head   |    whole[0]    |    whole[1]    | tail |
///
/// Places count from the multiple of 32 bytes (a sector, what memory moves at least) before the row,
/// or at its start. A head of 32 bytes ends where the whole tiles begin, which therefore need neither
/// a mask nor anything but whole vectors. Head and tail, the edge, are one tile of masked elements.
struct RowDivision {
  /// How many elements there are in a row.
  let columns: Int
  /// How many elements there are in a whole tile; a power of two.
  let tileSize: Int
  /// How many elements there are in 16 bytes.
  let vector: Int

  init(columns: Int, tileSize: Int, elementBytes: Int) {
    self.columns = columns
    self.tileSize = tileSize
    vector = 16 / elementBytes
  }

  /// How many elements there are in 32 bytes.
  var alignment: Int { 2 * vector }

  /// How many tiles lie wholly inside a row, whatever its skew is.
  var wholeTiles: Int { max(0, columns - alignment) / tileSize }

  /// How many vectors there are in a whole tile.
  var vectors: Int { max(1, tileSize / vector) }

  /// How many elements the edge has room for: the most that any skew leaves of a row, and at least
  /// one beside each vector of a whole tile, to be summed with it.
  var edgeSize: Int {
    max(vectors, nextPowerOf2(columns + alignment - 1 - wholeTiles * tileSize))
  }

  /// The places of the elements of whole tile `index`.
  func places(ofWhole index: Int) -> Tile<Int32> {
    arange(0, tileSize) + (alignment + index * tileSize)
  }

  /// The places of the elements of the edge: the head, and from there on behind the whole tiles.
  var placesOfEdge: Tile<Int32> {
    let place = arange(0, edgeSize)
    return select(place < alignment, place, place + wholeTiles * tileSize)
  }

  /// The multiple of 32 bytes at or before the row that starts at element `start` of a matrix.
  func base(_ start: Scalar<Int32>) -> Scalar<Int32> { start & -alignment }

  /// How many elements after a multiple of 32 bytes the row at element `start` of a matrix starts.
  func skew(_ start: Scalar<Int32>) -> Scalar<Int32> { start - base(start) }

  /// How many rows lie between two that start equally far behind a multiple of 32 bytes, at least
  /// `count`.
  func stepOfEqualSkew(atLeast count: Scalar<Int32>) -> Scalar<Int32> {
    (count + (alignment - 1)) & -alignment
  }

  /// The row that starts at element `start` of `matrix`, which is at a multiple of 32 bytes itself
  /// where it is to be read fast.
  ///
  /// - Parameter other: what the edge holds beside the row.
  func load<Element: FloatElement>(
    _ matrix: Pointer<Element>, start: Scalar<Int32>, other: Double
  ) -> RowTiles<Element> {
    load(matrix + base(start), skew: skew(start), other: other)
  }

  /// The numbers beside the elements of a row with the skew `skew`, of which `vector` holds one for
  /// each column.
  func load<Element: FloatElement>(
    columnsOf vector: Pointer<Element>, skew: Scalar<Int32>
  ) -> RowTiles<Element> {
    load(vector - skew, skew: skew, other: 0)
  }

  /// Writes `row` to where the row starts at element `start` of `matrix`.
  func store<Element: FloatElement>(
    _ matrix: Pointer<Element>, start: Scalar<Int32>, _ row: RowTiles<Element>
  ) {
    let base = base(start)
    for (index, tile) in row.whole.enumerated() {
      KernelLanguage.store(matrix + base + places(ofWhole: index), tile)
    }
    KernelLanguage.store(
      matrix + base + placesOfEdge, row.edge, mask: maskOfEdge(skew: skew(start)))
  }

  /// Where the edge has elements of a row.
  func maskOfEdge(skew: Scalar<Int32>) -> Tile<Bool> {
    let column = placesOfEdge - skew
    return column >= 0 && column < columns
  }

  private func load<Element: FloatElement>(
    _ base: Pointer<Element>, skew: Scalar<Int32>, other: Double
  ) -> RowTiles<Element> {
    RowTiles(
      whole: (0..<wholeTiles).map { KernelLanguage.load(base + places(ofWhole: $0)) },
      edge: KernelLanguage.load(base + placesOfEdge, mask: maskOfEdge(skew: skew), other: other),
      vectors: vectors)
  }
}
