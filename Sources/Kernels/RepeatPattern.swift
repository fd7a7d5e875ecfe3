import KernelLanguage

/// A vector of `count` elements that are those of `pattern`, of `period` elements, over and over.
///
/// Each program writes `blockSize` elements; launch `cdiv(count, blockSize)` programs.
@Kernel
public func repeatPattern<Element: TileElement>(
  output: Pointer<Element>, pattern: Pointer<Element>, count: Scalar<Int32>,
  period: Scalar<Int32>, @Constexpr blockSize: Int = 1024
) {
  let index = programID(0) * blockSize + arange(0, blockSize)
  let mask = index < count
  store(output + index, load(pattern + index % period, mask: mask), mask: mask)
}
