import KernelLanguage

/// The sum of two vectors: `z[i] = x[i] + y[i]`.
///
/// Each program adds `blockSize` elements, a power of two; launch `cdiv(count, blockSize)`
/// programs.
@Kernel
public func vectorAdd<Element: NumericElement>(
  x: Pointer<Element>, y: Pointer<Element>, z: Pointer<Element>, count: Scalar<Int32>,
  @Constexpr blockSize: Int = 1024
) {
  let index = programID(0) * blockSize + arange(0, blockSize)
  let mask = index < count
  store(z + index, load(x + index, mask: mask) + load(y + index, mask: mask), mask: mask)
}
