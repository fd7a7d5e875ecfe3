/// Where on a device a buffer lies.
package struct DevicePlace: Sendable {
  /// What keeps the memory, and knows the device.
  package let memory: AnyObject & Sendable
  /// The address of the first byte.
  package let address: UInt64
  /// How many bytes there are.
  package let byteCount: Int

  /// The bytes from `address` on, in what `memory` keeps.
  package init(memory: AnyObject & Sendable, address: UInt64, byteCount: Int) {
    (self.memory, self.address, self.byteCount) = (memory, address, byteCount)
  }
}
