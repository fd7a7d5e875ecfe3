/// Three numbers of 64 bits: the size of a grid, or the place of a block in it.
package struct GridPosition: Hashable, Sendable, BitwiseCopyable, CustomStringConvertible {
  /// The number along each axis, first the one that varies fastest.
  package var x, y, z: UInt64

  /// `x`, `y`, `z`.
  package init(_ x: UInt64, _ y: UInt64 = 1, _ z: UInt64 = 1) {
    (self.x, self.y, self.z) = (x, y, z)
  }

  package var description: String { "(\(x), \(y), \(z))" }
}
