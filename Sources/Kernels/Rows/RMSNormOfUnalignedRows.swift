import KernelLanguage

/// Each row of a matrix divided by the root of its mean square, times `weight`, for rows that start
/// anywhere: 16 bytes are read at a time, though hardly a row starts at a multiple of that.
///
/// The kernel is compiled for the number of columns. The parameters and the number of programs are
/// those of ``layerNormOfUnalignedRows``.
@Kernel
public func rmsNormOfUnalignedRows<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  rowStride: Scalar<Int32>, rows: Scalar<Int32>, epsilon: Scalar<Float>,
  @Constexpr columns: Int, @Constexpr tileSize: Int, @Constexpr rowsPerProgram: Int = 1
) {
  let division = RowDivision(
    columns: columns, tileSize: tileSize, elementBytes: MemoryLayout<Element>.size)
  let share = 1 / Double(columns)
  let normalization = RowNormalization(
    division: division, input: input, output: output, weight: weight, bias: nil,
    rowStride: rowStride, rows: rows, rowsPerProgram: rowsPerProgram)
  normalization.run { x, _ in
    (nil, rsqrt(x.map { $0 * $0 }.sum() * share + epsilon))
  }
}
