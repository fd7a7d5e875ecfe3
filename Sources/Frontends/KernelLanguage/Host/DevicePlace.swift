/// Where on a device a buffer lies.
package struct DevicePlace: Sendable {
  /// What keeps the memory.
  package let memory: AnyObject & Sendable
  /// The device, which `memory` keeps as well.
  package let device: ObjectIdentifier
  /// The address of the first byte.
  package let address: UInt64
  /// How many bytes there are.
  package let byteCount: Int

  /// The bytes from `address` on, in what `memory` keeps.
  package init(
    memory: AnyObject & Sendable, device: AnyObject, address: UInt64, byteCount: Int
  ) {
    (self.memory, self.address, self.byteCount) = (memory, address, byteCount)
    self.device = ObjectIdentifier(device)
  }
}
