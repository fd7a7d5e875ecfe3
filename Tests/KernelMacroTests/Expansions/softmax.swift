import Nereid

@Kernel
func softmax<T: FloatingTileElement>(
  output: Pointer<T>, input: Pointer<T>,
  inputRowStride: Scalar<Int32>, outputRowStride: Scalar<Int32>,
  nRows: Scalar<Int32>, nCols: Scalar<Int32>,
  @Constexpr blockSize: Int
) {
  let rowStart = programID(0)
  for row in range(rowStart, nRows, step: numPrograms) {
    let rowPointer = input + row * inputRowStride
    let columns = arange(0, blockSize)
    let mask = columns < nCols
    let x = load(rowPointer + columns, mask: mask, other: -.infinity).to(Float.self)
    let shifted = x - x.max(axis: 0)
    let numerator = exp(shifted)
    store(
      output + row * outputRowStride + columns,
      (numerator / numerator.sum(axis: 0)).to(T.self), mask: mask)
  }
}
