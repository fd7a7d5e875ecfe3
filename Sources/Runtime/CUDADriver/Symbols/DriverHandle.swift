/// What the driver calls an object by: a pointer that nobody but the driver looks behind.
///
/// A number, so that it can be sent between tasks. A null pointer is 0.
package typealias DriverHandle = UInt

/// An address in the memory of a device.
package typealias DeviceAddress = UInt64
