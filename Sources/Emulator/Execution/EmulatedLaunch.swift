/// How a kernel is started.
package struct EmulatedLaunch: Hashable, Sendable {
  /// How many blocks there are along each axis.
  package var grid: GridPosition
  /// How many threads a block has along each axis.
  package var threads: GridPosition
  /// How many bytes of shared memory a block has beside the variables with a size.
  package var dynamicSharedByteCount: Int
  /// The bytes of each of the kernel's parameters.
  package var parameters: [[UInt8]]

  /// `grid` blocks of `threads`.
  package init(
    grid: GridPosition, threads: GridPosition, dynamicSharedByteCount: Int = 0,
    parameters: [[UInt8]] = []
  ) {
    self.grid = grid
    self.threads = threads
    self.dynamicSharedByteCount = dynamicSharedByteCount
    self.parameters = parameters
  }
}
