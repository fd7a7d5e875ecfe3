import KernelLanguage

/// Each row of a matrix divided by the root of its mean square, times `weight`.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns. Launch one program for each row.
///
/// - Parameters:
///   - rows: How many rows there are, which matters if `isPersistent`.
///   - readsWeightsFirst: `weight` is read before the sum over the row and not behind it: faster
///     where there are registers left.
///   - isPersistent: Any number of programs works. They take rows in turn, keep `weight` in
///     registers, and read the next row while they work on one: faster where rows are long and
///     their starts are not aligned, with one program for each multiprocessor.
@Kernel
public func rmsNorm<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  rowStride: Scalar<Int32>, rows: Scalar<Int32>, columns: Scalar<Int32>, epsilon: Scalar<Float>,
  @Constexpr blockSize: Int, @Constexpr readsWeightsFirst: Bool = false,
  @Constexpr isPersistent: Bool = false
) {
  let column = arange(0, blockSize)
  let mask = column < columns
  let share = 1.0 / columns.to(Float.self)
  let first = programID(0)
  if isPersistent {
    let step = numPrograms(0)
    let scales = load(weight + column, mask: mask, other: 0)
    var next = load(input + min(first, rows - 1) * rowStride + column, mask: mask, other: 0)
    for row in range(first, rows, step: step) {
      let x = next.to(Float.self)
      let following = min(row + step, rows - 1)
      next = load(input + following * rowStride + column, mask: mask, other: 0)
      let scale = rsqrt((x * x).sum(axis: 0) * share + epsilon)
      let result = x * scale * scales.to(Float.self)
      store(output + row * rowStride + column, result.to(Element.self), mask: mask)
    }
  } else {
    let start = first * rowStride
    let x = load(input + start + column, mask: mask, other: 0).to(Float.self)
    var scales: Tile<Element>?
    if readsWeightsFirst { scales = load(weight + column, mask: mask, other: 0) }
    let scale = rsqrt((x * x).sum(axis: 0) * share + epsilon)
    if !readsWeightsFirst { scales = load(weight + column, mask: mask, other: 0) }
    var result = x * scale
    if let scales { result *= scales.to(Float.self) }
    store(output + start + column, result.to(Element.self), mask: mask)
  }
}
