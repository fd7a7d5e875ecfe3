extension Stream {
  /// Copies `bytes` of the host to `address` behind what the stream does already.
  ///
  /// - Requires: the bytes stay where they are and as they are until then.
  package func copy(
    _ bytes: UnsafeRawBufferPointer, to address: DeviceAddress
  ) throws(DriverError) {
    if bytes.isEmpty { return }
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(
        driver.memory.cuMemcpyHtoDAsync(address, bytes.baseAddress, UInt(bytes.count), handle),
        "cuMemcpyHtoDAsync", "\(bytes.count) bytes to GPU \(context.device.index)")
    }
  }

  /// Copies as many bytes as `bytes` has from `address` to it, behind what the stream does already.
  ///
  /// - Requires: nothing else uses `bytes` until then.
  package func copy(
    from address: DeviceAddress, to bytes: UnsafeMutableRawBufferPointer
  ) throws(DriverError) {
    if bytes.isEmpty { return }
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(
        driver.memory.cuMemcpyDtoHAsync(bytes.baseAddress, address, UInt(bytes.count), handle),
        "cuMemcpyDtoHAsync", "\(bytes.count) bytes from GPU \(context.device.index)")
    }
  }

  /// Copies `byteCount` bytes from `source` to `destination`, behind what the stream does already.
  package func copy(
    from source: DeviceAddress, to destination: DeviceAddress, byteCount: Int
  ) throws(DriverError) {
    if byteCount == 0 { return }
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(
        driver.memory.cuMemcpyDtoDAsync(destination, source, UInt(byteCount), handle),
        "cuMemcpyDtoDAsync", "\(byteCount) bytes on GPU \(context.device.index)")
    }
  }

  /// Fills `byteCount` bytes from `address` on with `byte`, behind what the stream does already.
  package func fill(
    _ address: DeviceAddress, byteCount: Int, with byte: UInt8
  ) throws(DriverError) {
    if byteCount == 0 { return }
    try context.perform { () throws(DriverError) in
      let driver = context.driver
      try driver.check(
        driver.memory.cuMemsetD8Async(address, byte, UInt(byteCount), handle), "cuMemsetD8Async",
        "\(byteCount) bytes on GPU \(context.device.index)")
    }
  }
}
