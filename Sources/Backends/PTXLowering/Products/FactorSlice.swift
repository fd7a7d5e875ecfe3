import IR
import Layouts
import PTX

/// A slice of a factor along the inner dimension, one of several that go through shared memory one
/// after the other because all of them have no room there.
struct FactorSlice {
  /// Which slice it is.
  let index: Int
  /// How many there are, a power of two.
  let count: Int

  /// The slices of factors that take `byteCount` bytes together, as few as have room in `limit` bytes
  /// and not thinner than `step` of their `depth`.
  static func slices(
    of byteCount: Int, limit: Int, depth: Int, step: Int
  ) -> [FactorSlice] {
    var count = 1
    while byteCount / count > limit, depth / count > step { count *= 2 }
    return (0..<count).map { FactorSlice(index: $0, count: count) }
  }

  /// The inner indices of the slice of a factor of `depth`.
  func depths(of depth: Int) -> Range<Int> {
    (index * depth / count)..<((index + 1) * depth / count)
  }
}

extension KernelLowering {
  /// Writes a slice of a factor, which threads hold as `layout`, to `tile`.
  mutating func write(
    _ slice: FactorSlice, of shape: FactorShape, _ registers: [Register],
    heldAs layout: LinearLayout, to tile: SharedTile
  ) {
    guard slice.count > 1 else { return write(registers, heldAs: layout, to: tile) }
    guard let bits = layout.outputs.bits(of: .axis(shape.depthAxis)) else {
      preconditionFailure("a factor has an inner dimension")
    }
    write(
      registers, of: slice.index, Array(bits.suffix(slice.count.trailingZeroBitCount)),
      heldAs: layout, as: layout.narrowed(to: shape.slice(of: slice.count).extents), to: tile)
  }
}
