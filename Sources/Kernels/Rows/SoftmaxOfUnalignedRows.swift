import KernelLanguage

/// The softmax of each row of a matrix whose rows start anywhere: 16 bytes are read at a time, though
/// hardly a row starts at a multiple of that.
///
/// Programs take rows in turn; any number of programs works. The kernel is compiled for the number of
/// columns.
///
/// - Parameters:
///   - rowStride: From the start of a row to that of the next, in elements; of `input` and `output`.
///   - tileSize: A power of two. Rows are worked on as many tiles of that size and one for what is
///     left: best as many elements as the program's threads have in 16 bytes each.
///   - rowsAhead: How many rows a program reads before it works on them.
@Kernel
public func softmaxOfUnalignedRows<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, rowStride: Scalar<Int32>,
  rows: Scalar<Int32>, @Constexpr columns: Int, @Constexpr tileSize: Int,
  @Constexpr rowsAhead: Int = 0
) {
  let division = RowDivision(
    columns: columns, tileSize: tileSize, elementBytes: MemoryLayout<Element>.size)
  let step = numPrograms(0)
  var ahead = (0..<rowsAhead).map {
    division.load(
      input, start: min(programID(0) + $0 * step, rows - 1) * rowStride, other: -.infinity)
  }
  for row in range(programID(0), rows, step: step) {
    let following = min(row + rowsAhead * step, rows - 1)
    ahead.append(division.load(input, start: following * rowStride, other: -.infinity))
    let x = ahead.removeFirst().to(Float.self)
    let largest = x.max()
    let exponentials = x.map { exp($0 - largest) }
    let sum = exponentials.sum()
    let result = exponentials.map { ($0 / sum).to(Element.self) }
    division.store(output, start: row * rowStride, result)
  }
}
