import KernelLanguage

/// The softmax of each row of a matrix: exponentials divided by their sum.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns. Programs take rows in turn; any number of programs works. With `readsAhead` a program
/// reads its next row while it works on one, which is faster where one row fills a multiprocessor.
@Kernel
public func softmax<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, inputRowStride: Scalar<Int32>,
  outputRowStride: Scalar<Int32>, rows: Scalar<Int32>, columns: Scalar<Int32>,
  @Constexpr blockSize: Int, @Constexpr readsAhead: Bool = false
) {
  let column = arange(0, blockSize)
  let mask = column < columns
  let first = min(programID(0), rows - 1)
  var next = load(input + first * inputRowStride + column, mask: mask, other: -.infinity)
  for row in range(programID(0), rows, step: numPrograms(0)) {
    if !readsAhead {
      next = load(input + row * inputRowStride + column, mask: mask, other: -.infinity)
    }
    let x = next.to(Float.self)
    if readsAhead {
      let following = min(row + numPrograms(0), rows - 1)
      next = load(input + following * inputRowStride + column, mask: mask, other: -.infinity)
    }
    let exponentials = exp(x - x.max(axis: 0))
    let result = exponentials / exponentials.sum(axis: 0)
    store(output + row * outputRowStride + column, result.to(Element.self), mask: mask)
  }
}
