/// What a device allows in one launch.
package struct DeviceLimits: Hashable, Sendable {
  /// How many blocks a grid may have along x, y and z.
  package var grid: (x: Int, y: Int, z: Int) { (gridX, gridY, gridZ) }
  private var gridX, gridY, gridZ: Int
  /// How many threads a block may have.
  package var threadsPerBlock: Int
  /// How many bytes of shared memory a block may have.
  package var sharedBytesPerBlock: Int

  /// The limits of a device.
  package init(grid: (x: Int, y: Int, z: Int), threadsPerBlock: Int, sharedBytesPerBlock: Int) {
    (gridX, gridY, gridZ) = grid
    self.threadsPerBlock = threadsPerBlock
    self.sharedBytesPerBlock = sharedBytesPerBlock
  }

  /// What every device since Hopper allows.
  package static let hopper = DeviceLimits(
    grid: (2_147_483_647, 65535, 65535), threadsPerBlock: 1024, sharedBytesPerBlock: 232_448)
}
