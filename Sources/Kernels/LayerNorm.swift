import KernelLanguage

/// Each row of a matrix shifted to mean 0 and scaled to variance 1, times `weight` plus `bias`.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns; launch one program for each row. `bias` may be left out.
@Kernel
public func layerNorm<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  bias: Pointer<Element>?, rowStride: Scalar<Int32>, columns: Scalar<Int32>,
  epsilon: Scalar<Float>, @Constexpr blockSize: Int
) {
  let start = programID(0) * rowStride
  let column = arange(0, blockSize)
  let mask = column < columns
  let count = columns.to(Float.self)

  let x = load(input + start + column, mask: mask, other: 0).to(Float.self)
  let mean = x.sum(axis: 0) / count
  let centered = select(mask, x - mean, 0.0)
  let variance = (centered * centered).sum(axis: 0) / count
  var result = centered * rsqrt(variance + epsilon)
  result *= load(weight + column, mask: mask, other: 0).to(Float.self)
  if let bias {
    result += load(bias + column, mask: mask, other: 0).to(Float.self)
  }
  store(output + start + column, result.to(Element.self), mask: mask)
}
