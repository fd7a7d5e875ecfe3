/// Layouts of one input and one output, and those that are made of such.
extension LinearLayout {
  /// The layout that maps index *i* of `input` to index *i* of `output`.
  public static func identity(
    _ size: Int, from input: Dimension, to output: Dimension
  ) -> LinearLayout {
    strided(size, by: 1, from: input, to: output)
  }

  /// The layout that maps index *i* of `input` to index *i* times `stride` of `output`.
  ///
  /// - Requires: `size` and `stride` are powers of two.
  public static func strided(
    _ size: Int, by stride: Int, from input: Dimension, to output: Dimension
  ) -> LinearLayout {
    let (bits, shift) = (size.exponentOfTwo, stride.exponentOfTwo)
    // Without an index but 0 there is no stride either.
    let rows = bits == 0 ? 0 : bits + shift
    return LinearLayout(
      inputs: [Extent(input, bitCount: bits)], outputs: [Extent(output, bitCount: rows)],
      matrix: BitMatrix(rowCount: rows, columns: (0..<bits).map { 1 << UInt64($0 + shift) }))
  }

  /// The layout that maps every index of `input` to 0 of `output`, which has `outputSize` indices:
  /// all of them hold the same.
  public static func zeros(
    _ size: Int, from input: Dimension, to output: Dimension, outputSize: Int = 1
  ) -> LinearLayout {
    let (bits, rows) = (Extent(input, size: size), Extent(output, size: outputSize))
    return LinearLayout(
      inputs: [bits], outputs: [rows],
      matrix: .zero(rowCount: rows.bitCount, columnCount: bits.bitCount))
  }

  /// The layout that walks through a box of a tile: axis `order[0]` fastest, then `order[1]`, ...
  ///
  /// - Parameter sizes: the size of the box in each axis.
  /// - Returns: a layout whose outputs are all axes, `dim0` first.
  public static func box(_ sizes: [Int], order: [Int], from input: Dimension) -> LinearLayout {
    precondition(order.sorted() == Array(sizes.indices), "an order names every axis once")
    let unit = LinearLayout(
      inputs: [Extent(input, bitCount: 0)],
      outputs: sizes.indices.map { Extent(.axis($0), bitCount: 0) },
      matrix: BitMatrix(rowCount: 0, columns: []))
    return order.reduce(unit) { $0 * .identity(sizes[$1], from: input, to: .axis($1)) }
  }
}
