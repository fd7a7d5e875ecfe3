import KernelLanguage

/// Each row of a matrix divided by the root of its mean square, times `weight`.
///
/// A row is kept in one tile, so `blockSize` is a power of two that is at least the number of
/// columns; launch one program for each row.
@Kernel
public func rmsNorm<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, weight: Pointer<Element>,
  rowStride: Scalar<Int32>, columns: Scalar<Int32>, epsilon: Scalar<Float>,
  @Constexpr blockSize: Int
) {
  let start = programID(0) * rowStride
  let column = arange(0, blockSize)
  let mask = column < columns
  let x = load(input + start + column, mask: mask, other: 0).to(Float.self)
  let scale = rsqrt((x * x).sum(axis: 0) / columns.to(Float.self) + epsilon)
  let result = x * scale * load(weight + column, mask: mask, other: 0).to(Float.self)
  store(output + start + column, result.to(Element.self), mask: mask)
}
