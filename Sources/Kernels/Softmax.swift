import KernelLanguage

/// The softmax of each row of a matrix: exponentials divided by their sum.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns. Programs take rows in turn; any number of programs works.
@Kernel
public func softmax<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, inputRowStride: Scalar<Int32>,
  outputRowStride: Scalar<Int32>, rows: Scalar<Int32>, columns: Scalar<Int32>,
  @Constexpr blockSize: Int
) {
  for row in range(programID(0), rows, step: numPrograms(0)) {
    let column = arange(0, blockSize)
    let mask = column < columns
    let x = load(input + row * inputRowStride + column, mask: mask, other: -.infinity)
      .to(Float.self)
    let exponentials = exp(x - x.max(axis: 0))
    let result = exponentials / exponentials.sum(axis: 0)
    store(output + row * outputRowStride + column, result.to(Element.self), mask: mask)
  }
}
