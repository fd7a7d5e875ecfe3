/// Memory on a device that comes and goes in the order of a stream: it may be used by what the
/// stream does behind its allocation.
package struct StreamMemory: ~Copyable, Sendable {
  /// The stream in whose order the memory is there.
  package let stream: Stream
  /// Where the memory begins.
  package let address: DeviceAddress
  /// How many bytes there are.
  package let byteCount: Int

  fileprivate init(stream: Stream, address: DeviceAddress, byteCount: Int) {
    (self.stream, self.address, self.byteCount) = (stream, address, byteCount)
  }

  deinit {
    if address != 0, let free = stream.context.driver.memory.cuMemFreeAsync {
      let (handle, address) = (stream.handle, address)
      stream.context.discard { free(address, handle) }
    }
  }
}

extension Stream {
  /// Memory for `byteCount` bytes that is there for what this stream does from now on.
  package func allocate(byteCount: Int) throws(DriverError) -> StreamMemory {
    precondition(byteCount >= 0, "memory cannot have \(byteCount) bytes")
    if byteCount == 0 { return StreamMemory(stream: self, address: 0, byteCount: 0) }
    let driver = context.driver
    guard let allocate = driver.memory.cuMemAllocAsync, driver.memory.cuMemFreeAsync != nil else {
      throw driver.missing("cuMemAllocAsync")
    }
    return try context.perform { () throws(DriverError) in
      var address: DeviceAddress = 0
      try driver.check(
        allocate(&address, UInt(byteCount), handle), "cuMemAllocAsync",
        "\(byteCount) bytes on GPU \(context.device.index)")
      return StreamMemory(stream: self, address: address, byteCount: byteCount)
    }
  }
}
