import KernelLanguage

/// Each row of a matrix shifted to mean 0 and scaled to variance 1, times `weight` plus `bias`, for
/// rows that start anywhere: 16 bytes are read at a time, though hardly a row starts at a multiple of
/// that.
///
/// The kernel is compiled for the number of columns. `bias` may be left out.
///
/// - Parameters:
///   - rowStride: From the start of a row to that of the next, in elements; of `input` and `output`.
///   - tileSize: A power of two. Rows are worked on as many tiles of that size and one for what is
///     left: best as many elements as the program's threads have in 16 bytes each.
///   - rowsAhead: How many rows a program reads before it works on them. If any, any number of programs
///     works, and a multiple of 16 divides the work evenly: they take rows in turn that start equally
///     far behind a multiple of 32 bytes, so that `weight` and `bias` stay in registers. If 0, launch
///     one program for each row.
@Kernel
public func layerNormOfUnalignedRows<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  bias: Pointer<Element>?, rowStride: Scalar<Int32>, rows: Scalar<Int32>,
  epsilon: Scalar<Float>, @Constexpr columns: Int, @Constexpr tileSize: Int,
  @Constexpr rowsAhead: Int = 0
) {
  let division = RowDivision(
    columns: columns, tileSize: tileSize, elementBytes: MemoryLayout<Element>.size)
  if rowsAhead > 0 {
    let step = division.stepOfEqualSkew(atLeast: numPrograms(0))
    for first in range(programID(0), step, step: numPrograms(0)) {
      let start = min(first, rows - 1) * rowStride
      let skew = division.skew(start)
      let scales = division.load(columnsOf: weight, skew: skew)
      let shifts = bias.map { division.load(columnsOf: $0, skew: skew) }
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
          var result = standardized(x, division, skew: skew, epsilon: epsilon)
          result = result.zip(scales) { $0 * $1.to(Float.self) }
          if let shifts { result = result.zip(shifts) { $0 + $1.to(Float.self) } }
          if place == 0 || row < rows {
            division.store(output, start: row * rowStride, result.to(Element.self))
          }
        }
      }
    }
  } else {
    let start = programID(0) * rowStride
    let skew = division.skew(start)
    let x = division.load(input, start: start, other: 0).to(Float.self)
    var result = standardized(x, division, skew: skew, epsilon: epsilon)
    let scales = division.load(columnsOf: weight, skew: skew)
    result = result.zip(scales) { $0 * $1.to(Float.self) }
    if let bias {
      let shifts = division.load(columnsOf: bias, skew: skew)
      result = result.zip(shifts) { $0 + $1.to(Float.self) }
    }
    division.store(output, start: start, result.to(Element.self))
  }
}

/// `x` shifted to mean 0 and scaled to variance 1; 0 beside the row.
private func standardized(
  _ x: RowTiles<Float>, _ division: RowDivision, skew: Scalar<Int32>, epsilon: Scalar<Float>
) -> RowTiles<Float> {
  let share = 1 / Double(division.columns)
  let mean = x.sum() * share
  var centered = x.map { $0 - mean }
  centered.edge = select(division.maskOfEdge(skew: skew), centered.edge, 0.0)
  let scale = rsqrt(centered.map { $0 * $0 }.sum() * share + epsilon)
  return centered.map { $0 * scale }
}
