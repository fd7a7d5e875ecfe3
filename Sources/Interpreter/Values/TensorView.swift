import IR

/// A tensor in memory: what a tensor descriptor describes.
final class TensorView: Sendable {
  let base: UInt64
  /// In elements.
  let shape, strides: [Int64]
  let padding: Padding

  init(base: UInt64, shape: [Int64], strides: [Int64], padding: Padding) {
    (self.base, self.shape, self.strides) = (base, shape, strides)
    self.padding = padding
  }
}
