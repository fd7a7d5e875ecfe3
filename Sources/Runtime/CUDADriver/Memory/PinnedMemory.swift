/// Memory of the host that a device copies to and from without the host's help.
package struct PinnedMemory: ~Copyable, @unchecked Sendable {
  /// The device that made it.
  package let context: Context
  private let address: UInt
  /// How many bytes there are.
  package let byteCount: Int

  fileprivate init(context: Context, address: UInt, byteCount: Int) {
    (self.context, self.address, self.byteCount) = (context, address, byteCount)
  }

  deinit {
    if address != 0 {
      let (memory, address) = (context.driver.memory, address)
      context.discard { memory.cuMemFreeHost(address) }
    }
  }

  /// The bytes. They may be used as long as this value is there, and not while a device does.
  package var bytes: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(
      start: UnsafeMutableRawPointer(bitPattern: address), count: byteCount)
  }
}

extension Context {
  /// Memory of the host for `byteCount` bytes that hold nothing yet.
  package func allocatePinned(byteCount: Int) throws(DriverError) -> PinnedMemory {
    precondition(byteCount >= 0, "memory cannot have \(byteCount) bytes")
    if byteCount == 0 { return PinnedMemory(context: self, address: 0, byteCount: 0) }
    return try perform { () throws(DriverError) in
      var address: UInt = 0
      try driver.check(
        driver.memory.cuMemHostAlloc(&address, UInt(byteCount), 0), "cuMemHostAlloc",
        "\(byteCount) bytes")
      return PinnedMemory(context: self, address: address, byteCount: byteCount)
    }
  }
}
