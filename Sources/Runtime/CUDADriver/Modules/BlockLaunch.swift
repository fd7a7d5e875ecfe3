/// How many blocks of how many threads are launched, and how.
package struct BlockLaunch: Hashable, Sendable {
  /// A number for each axis.
  package struct Extent: Hashable, Sendable, CustomStringConvertible {
    /// The numbers.
    package var x, y, z: UInt32

    /// `x` · `y` · `z`
    package init(_ x: UInt32, _ y: UInt32 = 1, _ z: UInt32 = 1) {
      (self.x, self.y, self.z) = (x, y, z)
    }

    package var description: String { "(\(x), \(y), \(z))" }
  }

  /// How many blocks.
  package var grid: Extent
  /// How many threads a block has.
  package var block: Extent
  /// How many bytes of dynamic shared memory a block has.
  package var sharedByteCount: UInt32
  /// How many blocks form a cluster, which share their memory.
  package var cluster = Extent(1)
  /// Whether all blocks are on the device at once, so that they can wait for each other.
  package var isCooperative = false
  /// Whether the kernel may begin before the one before it on the stream has ended.
  package var overlapsPredecessor = false

  /// A launch of `grid` blocks of `block` threads.
  package init(grid: Extent, block: Extent, sharedByteCount: UInt32 = 0) {
    (self.grid, self.block, self.sharedByteCount) = (grid, block, sharedByteCount)
  }

  /// Whether only the newer call of the driver can do this.
  var needsAttributes: Bool { cluster != Extent(1) || isCooperative || overlapsPredecessor }
}
