/// A GPU, which nothing has been asked of yet.
package struct Device: Sendable {
  /// The driver that knows it.
  package let driver: Driver
  /// Its place among the driver's devices, counted from 0.
  package let index: Int
  /// What the driver calls it by.
  let number: Int32

  /// Its name, such as `NVIDIA H200`.
  package var name: String {
    get throws(DriverError) {
      var bytes = [CChar](repeating: 0, count: 256)
      let code = driver.devices.cuDeviceGetName(&bytes, Int32(bytes.count), number)
      try driver.check(code, "cuDeviceGetName", "GPU \(index)")
      return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// How many bytes of memory it has.
  package var memoryByteCount: Int {
    get throws(DriverError) {
      var count: UInt = 0
      let code = driver.devices.cuDeviceTotalMem(&count, number)
      try driver.check(code, "cuDeviceTotalMem", "GPU \(index)")
      return Int(count)
    }
  }

  /// The value of `attribute`.
  package func value(of attribute: DeviceAttribute) throws(DriverError) -> Int {
    var value: Int32 = 0
    let code = driver.devices.cuDeviceGetAttribute(&value, attribute.rawValue, number)
    try driver.check(code, "cuDeviceGetAttribute", "\(attribute) of GPU \(index)")
    return Int(value)
  }
}
