import KernelLanguage

/// Each row of a matrix shifted to mean 0 and scaled to variance 1, times `weight` plus `bias`.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns. Launch one program for each row. `bias` may be left out.
///
/// - Parameters:
///   - rows: How many rows there are, which matters if `isPersistent`.
///   - readsWeightsFirst: `weight` and `bias` are read before the sums over the row and not behind
///     them: faster where there are registers left.
///   - isPersistent: Any number of programs works. They take rows in turn, keep `weight` and `bias`
///     in registers, and read the next row while they work on one: faster where rows are long and
///     their starts are not aligned, with one program for each multiprocessor.
@Kernel
public func layerNorm<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  bias: Pointer<Element>?, rowStride: Scalar<Int32>, rows: Scalar<Int32>, columns: Scalar<Int32>,
  epsilon: Scalar<Float>, @Constexpr blockSize: Int, @Constexpr readsWeightsFirst: Bool = false,
  @Constexpr isPersistent: Bool = false
) {
  let column = arange(0, blockSize)
  let mask = column < columns
  let first = programID(0)
  if isPersistent {
    let step = numPrograms(0)
    let scales = load(weight + column, mask: mask, other: 0)
    var shifts: Tile<Element>?
    if let bias { shifts = load(bias + column, mask: mask, other: 0) }
    var next = load(input + min(first, rows - 1) * rowStride + column, mask: mask, other: 0)
    for row in range(first, rows, step: step) {
      let x = next.to(Float.self)
      let following = min(row + step, rows - 1)
      next = load(input + following * rowStride + column, mask: mask, other: 0)
      var result = standardized(x, mask: mask, columns: columns, epsilon: epsilon)
      result *= scales.to(Float.self)
      if let shifts { result += shifts.to(Float.self) }
      store(output + row * rowStride + column, result.to(Element.self), mask: mask)
    }
  } else {
    let start = first * rowStride
    let x = load(input + start + column, mask: mask, other: 0).to(Float.self)
    var scales: Tile<Element>?
    var shifts: Tile<Element>?
    if readsWeightsFirst {
      scales = load(weight + column, mask: mask, other: 0)
      if let bias { shifts = load(bias + column, mask: mask, other: 0) }
    }
    var result = standardized(x, mask: mask, columns: columns, epsilon: epsilon)
    if !readsWeightsFirst {
      scales = load(weight + column, mask: mask, other: 0)
      if let bias { shifts = load(bias + column, mask: mask, other: 0) }
    }
    if let scales { result *= scales.to(Float.self) }
    if let shifts { result += shifts.to(Float.self) }
    store(output + start + column, result.to(Element.self), mask: mask)
  }
}

/// `x` shifted to mean 0 and scaled to variance 1, where `mask` is set; 0 elsewhere.
@Device
private func standardized(
  _ x: Tile<Float>, mask: Tile<Bool>, columns: Scalar<Int32>, epsilon: Scalar<Float>
) -> Tile<Float> {
  // Known before the sums are.
  let share = 1.0 / columns.to(Float.self)
  let mean = x.sum(axis: 0) * share
  let centered = select(mask, x - mean, 0.0)
  let variance = (centered * centered).sum(axis: 0) * share
  return centered * rsqrt(variance + epsilon)
}
