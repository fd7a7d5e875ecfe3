import KernelLanguage

/// How the rows of a matrix are divided into tiles that memory reads 16 bytes at a time, wherever a
/// row starts.
///
///     skew
///     |··|-----|================|================|------|
///     | head   |    whole 0     |    whole 1     | tail |
///
/// Places count from the multiple of 32 bytes (a sector, what memory moves at least) before the row,
/// or at its start. A head of 32 bytes ends where the whole tiles begin, which therefore need neither
/// a mask nor anything but whole vectors. Head and tail, the edge, are one tile of masked elements,
/// the last piece of a row.
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

  /// How many elements there are in 32 bytes, and so many rows are there from one to the next that
  /// surely starts as far behind a multiple of 32 bytes.
  var alignment: Int { 2 * vector }

  /// How many tiles lie wholly inside a row, whatever its skew is.
  var wholeTiles: Int { max(0, columns - alignment) / tileSize }

  /// The whole tiles in order, and behind them the edge.
  var pieces: Range<Int> { 0..<(wholeTiles + 1) }

  /// How many vectors there are in a whole tile.
  var vectors: Int { max(1, tileSize / vector) }

  /// How many elements the edge has room for: the most that any skew leaves of a row, and at least
  /// one beside each vector of a whole tile, to be summed with it.
  private var edgeSize: Int {
    max(vectors, nextPowerOf2(columns + alignment - 1 - wholeTiles * tileSize))
  }

  /// The multiple of 32 bytes at or before the row that starts at element `start` of a matrix.
  func base(_ start: Scalar<Int32>) -> Scalar<Int32> { start & -alignment }

  /// How many elements after a multiple of 32 bytes the row at element `start` of a matrix starts.
  func skew(_ start: Scalar<Int32>) -> Scalar<Int32> { start - base(start) }

  /// The row that starts at element `start` of `matrix`, which is at a multiple of 32 bytes itself
  /// where it is to be read fast.
  ///
  /// - Parameter other: what the edge holds beside the row.
  func load<Element: FloatElement>(
    _ matrix: Pointer<Element>, start: Scalar<Int32>, other: Double
  ) -> RowTiles<Element> {
    load(matrix + base(start), skew: skew(start), other: other)
  }

  /// What `vector`, which starts at a multiple of 16 bytes, holds for the columns of piece `piece` of
  /// a row with the skew `skew`.
  ///
  /// A whole tile starts behind a head, and so many elements are left of a row behind it as the skew
  /// has: the vectors of 16 bytes around its first and its last element are inside `vector`.
  func load<Element: FloatElement>(
    columnsOf vector: Pointer<Element>, skew: Scalar<Int32>, piece: Int
  ) -> Tile<Element> {
    load(vector - skew, skew: skew, piece: piece, other: 0, readsWholeVectors: true)
  }

  /// Writes `row` to where the row starts at element `start` of `matrix`.
  func store<Element: FloatElement>(
    _ matrix: Pointer<Element>, start: Scalar<Int32>, _ row: RowTiles<Element>
  ) {
    for piece in pieces { store(matrix, start: start, row.pieces[piece], piece: piece) }
  }

  /// Writes `tile` to piece `piece` of the row that starts at element `start` of `matrix`, if
  /// `isThere`.
  func store<Element: FloatElement>(
    _ matrix: Pointer<Element>, start: Scalar<Int32>, _ tile: Tile<Element>, piece: Int,
    if isThere: Scalar<Bool>? = nil
  ) {
    var mask = mask(of: piece, skew: skew(start))
    if let isThere { mask = mask.map { $0 && isThere } ?? isThere }
    KernelLanguage.store(matrix + base(start) + places(of: piece), tile, mask: mask)
  }

  /// Where the edge has elements of a row with the skew `skew`.
  func maskOfEdge(skew: Scalar<Int32>) -> Tile<Bool> {
    let column = places(of: wholeTiles) - skew
    return column >= 0 && column < columns
  }

  /// Where piece `piece` has elements of a row with the skew `skew`; `nil` if everywhere.
  private func mask(of piece: Int, skew: Scalar<Int32>) -> Tile<Bool>? {
    piece == wholeTiles ? maskOfEdge(skew: skew) : nil
  }

  /// The places of the elements of piece `piece`.
  private func places(of piece: Int) -> Tile<Int32> {
    if piece < wholeTiles { return arange(0, tileSize) + (alignment + piece * tileSize) }
    let place = arange(0, edgeSize)
    return select(place < alignment, place, place + wholeTiles * tileSize)
  }

  private func load<Element: FloatElement>(
    _ base: Pointer<Element>, skew: Scalar<Int32>, other: Double
  ) -> RowTiles<Element> {
    RowTiles(
      pieces: pieces.map { load(base, skew: skew, piece: $0, other: other) }, vectors: vectors)
  }

  private func load<Element: FloatElement>(
    _ base: Pointer<Element>, skew: Scalar<Int32>, piece: Int, other: Double,
    readsWholeVectors: Bool = false
  ) -> Tile<Element> {
    let pointer = base + places(of: piece)
    guard let mask = mask(of: piece, skew: skew) else {
      return KernelLanguage.load(pointer, readsWholeVectors: readsWholeVectors)
    }
    return KernelLanguage.load(pointer, mask: mask, other: other)
  }
}
