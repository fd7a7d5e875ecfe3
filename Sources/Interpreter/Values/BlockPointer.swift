/// A tensor in memory and a place in it: what a pointer to a tile is.
final class BlockPointer: Sendable {
  let base: UInt64
  /// In elements.
  let shape, strides, offsets: [Int64]

  init(base: UInt64, shape: [Int64], strides: [Int64], offsets: [Int64]) {
    (self.base, self.shape, self.strides) = (base, shape, strides)
    self.offsets = offsets
  }
}
