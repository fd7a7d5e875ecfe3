import KernelLanguage

/// Rows of a matrix that start anywhere, each shifted, scaled, multiplied by a weight for each column
/// and shifted by a bias for each column.
struct RowNormalization<Element: FloatElement> {
  /// How rows are divided.
  let division: RowDivision
  /// Where rows are read and written.
  let input, output: Pointer<Element>
  /// What each column is multiplied by, and what is added to it.
  let weight: Pointer<Element>
  let bias: Pointer<Element>?
  /// From the start of a row to that of the next, in elements.
  let rowStride: Scalar<Int32>
  /// How many rows there are.
  let rows: Scalar<Int32>
  /// How many rows a program works on.
  let rowsPerProgram: Int

  /// Works on this program's rows, which start equally far behind a multiple of 32 bytes, so that the
  /// columns' numbers are read once for all of them.
  ///
  /// - Parameter statistics: what a row is shifted and scaled by, from the row and from where its edge
  ///   has elements.
  func run(
    _ statistics: (RowTiles<Float>, Tile<Bool>) -> (mean: Scalar<Float>?, scale: Scalar<Float>)
  ) {
    let distance = division.alignment
    let group = programID(0) / distance
    let first = programID(0) + group * (distance * (rowsPerProgram - 1))
    let own = (0..<rowsPerProgram).map { first + $0 * distance }
    let starts = own.map { min($0, rows - 1) * rowStride }
    let read = starts.map { division.load(input, start: $0, other: 0) }
    let found = zip(read, starts).map { row, start in
      statistics(row.to(Float.self), division.maskOfEdge(skew: division.skew(start)))
    }
    let skew = division.skew(first * rowStride)
    var next = columns(of: 0, skew: skew)
    for piece in division.pieces {
      let (scales, shifts) = next
      // Read before the threads exchange what was read last.
      if piece + 1 < division.pieces.count { next = columns(of: piece + 1, skew: skew) }
      for index in 0..<rowsPerProgram {
        var x = read[index].pieces[piece].to(Float.self)
        if let mean = found[index].mean { x -= mean }
        var result = x * found[index].scale * scales.to(Float.self)
        if let shifts { result += shifts.to(Float.self) }
        division.store(
          output, start: starts[index], result.to(Element.self), piece: piece,
          if: own[index] < rows)
      }
    }
  }

  /// What the columns of piece `piece` are multiplied by and shifted by.
  private func columns(
    of piece: Int, skew: Scalar<Int32>
  ) -> (scales: Tile<Element>, shifts: Tile<Element>?) {
    (
      division.load(columnsOf: weight, skew: skew, piece: piece),
      bias.map { division.load(columnsOf: $0, skew: skew, piece: piece) }
    )
  }
}
