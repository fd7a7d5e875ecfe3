import Nereid

/// The softmax of each row of a matrix; the kernel that the package's README shows.
@Kernel
func softmax(
  output: Pointer<Float>, input: Pointer<Float>, columns: Scalar<Int32>, @Constexpr blockSize: Int
) {
  let row = programID(0)
  let column = arange(0, blockSize)
  let mask = column < columns
  let x = load(input + row * columns + column, mask: mask, other: -.infinity)
  let exponentials = exp(x - x.max(axis: 0))
  let result = exponentials / exponentials.sum(axis: 0)
  store(output + row * columns + column, result, mask: mask)
}
