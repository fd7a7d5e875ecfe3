import KernelLanguage

/// A vector of which each element is dropped with a probability of `rate`; the others are scaled so
/// that the mean stays.
///
/// What is dropped depends only on `seed` and the place. Each program works on `blockSize` elements;
/// launch `cdiv(count, blockSize)` programs.
@Kernel
public func dropout<Element: FloatElement>(
  output: Pointer<Element>, input: Pointer<Element>, count: Scalar<Int32>, rate: Scalar<Float>,
  seed: Scalar<Int32>, @Constexpr blockSize: Int = 1024
) {
  let index = programID(0) * blockSize + arange(0, blockSize)
  let mask = index < count
  let x = load(input + index, mask: mask, other: 0).to(Float.self)
  let isKept = randomUniform(seed: seed, offset: index) > rate
  let result = select(isKept, x / (1.0 - rate), 0.0)
  store(output + index, result.to(Element.self), mask: mask)
}
