import KernelLanguage

/// Each row of a matrix shifted to mean 0 and scaled to variance 1, times `weight` plus `bias`, for
/// rows that start anywhere: 16 bytes are read at a time, though hardly a row starts at a multiple of
/// that.
///
/// The kernel is compiled for the number of columns. Launch
/// `programsOfUnalignedRows(rows, rowsPerProgram:element:)` programs. `bias` may be left out.
///
/// - Parameters:
///   - weight, bias: They start at multiples of 16 bytes, so that the vectors of 16 bytes around their
///     columns can be read.
///   - rowStride: From the start of a row to that of the next, in elements; of `input` and `output`.
///   - tileSize: A power of two. Rows are worked on as many tiles of that size and one for what is
///     left: best as many elements as the program's threads have in 16 bytes each.
///   - rowsPerProgram: `weight` and `bias` are read once for so many rows.
@Kernel
public func layerNormOfUnalignedRows<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  bias: Pointer<Element>?, rowStride: Scalar<Int32>, rows: Scalar<Int32>,
  epsilon: Scalar<Float>, @Constexpr columns: Int, @Constexpr tileSize: Int,
  @Constexpr rowsPerProgram: Int = 1
) {
  let division = RowDivision(
    columns: columns, tileSize: tileSize, elementBytes: MemoryLayout<Element>.size)
  let share = 1 / Double(columns)
  let normalization = RowNormalization(
    division: division, input: input, output: output, weight: weight, bias: bias,
    rowStride: rowStride, rows: rows, rowsPerProgram: rowsPerProgram)
  normalization.run { x, maskOfEdge in
    let mean = x.sum() * share
    var centered = x.map { $0 - mean }
    let edge = centered.pieces.count - 1
    centered.pieces[edge] = select(maskOfEdge, centered.pieces[edge], 0.0)
    let variance = centered.map { $0 * $0 }.sum() * share
    return (mean, rsqrt(variance + epsilon))
  }
}
