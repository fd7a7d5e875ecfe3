/// Memory on a device that is freed when its owner is gone.
package struct DeviceMemory: ~Copyable, Sendable {
  /// The device that the memory belongs to.
  package let context: Context
  /// Where the memory begins; a multiple of 256, or 0 for no bytes.
  package private(set) var address: DeviceAddress
  /// How many bytes there are.
  package let byteCount: Int

  fileprivate init(context: Context, address: DeviceAddress, byteCount: Int) {
    (self.context, self.address, self.byteCount) = (context, address, byteCount)
  }

  deinit {
    if address != 0 {
      let (memory, address) = (context.driver.memory, address)
      context.discard { memory.cuMemFree(address) }
    }
  }

  /// Frees the memory now.
  ///
  /// - Throws: what went wrong, as an earlier kernel's access to an illegal address.
  package consuming func free() throws(DriverError) {
    let (context, start, byteCount) = (context, address, byteCount)
    // Nothing is left to do for the end of this value.
    address = 0
    if start == 0 { return }
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(driver.memory.cuMemFree(start), "cuMemFree", "\(byteCount) bytes")
    }
  }
}

extension Context {
  /// Memory for `byteCount` bytes that hold nothing yet.
  package func allocate(byteCount: Int) throws(DriverError) -> DeviceMemory {
    precondition(byteCount >= 0, "memory cannot have \(byteCount) bytes")
    // The driver refuses to allocate nothing.
    if byteCount == 0 { return DeviceMemory(context: self, address: 0, byteCount: 0) }
    return try perform { () throws(DriverError) in
      var address: DeviceAddress = 0
      try driver.check(
        driver.memory.cuMemAlloc(&address, UInt(byteCount)), "cuMemAlloc",
        "\(byteCount) bytes on GPU \(device.index)")
      return DeviceMemory(context: self, address: address, byteCount: byteCount)
    }
  }
}
