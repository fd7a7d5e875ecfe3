import KernelLanguage

/// Each row of a matrix divided by the root of its mean square, times `weight`, for rows that start
/// anywhere: 16 bytes are read at a time, though hardly a row starts at a multiple of that.
///
/// The kernel is compiled for the number of columns. The parameters are those of
/// ``layerNormOfUnalignedRows``.
@Kernel
public func rmsNormOfUnalignedRows<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  rowStride: Scalar<Int32>, rows: Scalar<Int32>, epsilon: Scalar<Float>,
  @Constexpr columns: Int, @Constexpr tileSize: Int, @Constexpr rowsAhead: Int = 0
) {
  let division = RowDivision(
    columns: columns, tileSize: tileSize, elementBytes: MemoryLayout<Element>.size)
  if rowsAhead > 0 {
    let step = division.stepOfEqualSkew(atLeast: numPrograms(0))
    for first in range(programID(0), step, step: numPrograms(0)) {
      let start = min(first, rows - 1) * rowStride
      let scales = division.load(columnsOf: weight, skew: division.skew(start))
      var ahead = (0..<rowsAhead).map {
        division.load(input, start: min(first + $0 * step, rows - 1) * rowStride, other: 0)
      }
      for turn in range(first, rows, step: rowsAhead * step) {
        // A place for each row, so that none has to arrive before its turn to be moved.
        for place in 0..<rowsAhead {
          let row = turn + place * step
          let x = ahead[place].to(Float.self)
          let following = min(row + rowsAhead * step, rows - 1)
          ahead[place] = division.load(input, start: following * rowStride, other: 0)
          let result = scaled(x, division, epsilon: epsilon).zip(scales) { $0 * $1.to(Float.self) }
          if place == 0 || row < rows {
            division.store(output, start: row * rowStride, result.to(Element.self))
          }
        }
      }
    }
  } else {
    let start = programID(0) * rowStride
    let x = division.load(input, start: start, other: 0).to(Float.self)
    let result = scaled(x, division, epsilon: epsilon)
    let scales = division.load(columnsOf: weight, skew: division.skew(start))
    division.store(
      output, start: start, result.zip(scales) { ($0 * $1.to(Float.self)).to(Element.self) })
  }
}

/// `x` divided by the root of its mean square.
private func scaled(
  _ x: RowTiles<Float>, _ division: RowDivision, epsilon: Scalar<Float>
) -> RowTiles<Float> {
  let scale = rsqrt(x.map { $0 * $0 }.sum() * (1 / Double(division.columns)) + epsilon)
  return x.map { $0 * scale }
}
