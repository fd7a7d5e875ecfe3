extension Context {
  /// Copies `bytes` of the host to `address`, and returns when they are there.
  package func copy(
    _ bytes: UnsafeRawBufferPointer, to address: DeviceAddress
  ) throws(DriverError) {
    if bytes.isEmpty { return }
    try perform { () throws(DriverError) in
      try driver.check(
        driver.memory.cuMemcpyHtoD(address, bytes.baseAddress, UInt(bytes.count)), "cuMemcpyHtoD",
        "\(bytes.count) bytes to GPU \(device.index)")
      try waitForCopies()
    }
  }

  /// Copies as many bytes as `bytes` has from `address` to it, and returns when they are there.
  package func copy(
    from address: DeviceAddress, to bytes: UnsafeMutableRawBufferPointer
  ) throws(DriverError) {
    if bytes.isEmpty { return }
    try perform { () throws(DriverError) in
      try driver.check(
        driver.memory.cuMemcpyDtoH(bytes.baseAddress, address, UInt(bytes.count)), "cuMemcpyDtoH",
        "\(bytes.count) bytes from GPU \(device.index)")
    }
  }

  /// Copies `byteCount` bytes from `source` to `destination`, both on the device, and returns when
  /// they are there.
  package func copy(
    from source: DeviceAddress, to destination: DeviceAddress, byteCount: Int
  ) throws(DriverError) {
    if byteCount == 0 { return }
    try perform { () throws(DriverError) in
      try driver.check(
        driver.memory.cuMemcpyDtoD(destination, source, UInt(byteCount)), "cuMemcpyDtoD",
        "\(byteCount) bytes on GPU \(device.index)")
      try waitForCopies()
    }
  }

  /// Fills `byteCount` bytes from `address` on with `byte`, and returns when they are there.
  package func fill(
    _ address: DeviceAddress, byteCount: Int, with byte: UInt8
  ) throws(DriverError) {
    if byteCount == 0 { return }
    try perform { () throws(DriverError) in
      try driver.check(
        driver.memory.cuMemsetD8(address, byte, UInt(byteCount)), "cuMemsetD8",
        "\(byteCount) bytes on GPU \(device.index)")
      try waitForCopies()
    }
  }

  /// The driver's copies return when the host's memory is free again, which may be before the bytes
  /// are there; streams that are not the device's own would not wait for them.
  private func waitForCopies() throws(DriverError) {
    try driver.check(
      driver.streams.cuStreamSynchronize(0), "cuStreamSynchronize", "GPU \(device.index)")
  }
}

extension DeviceMemory {
  /// Copies `bytes` of the host to `offset`, and returns when they are there.
  package func write(
    _ bytes: UnsafeRawBufferPointer, at offset: Int = 0
  ) throws(DriverError) {
    try require(offset, bytes.count, "write")
    try context.copy(bytes, to: address + UInt64(offset))
  }

  /// Copies `bytes` of the host to `offset`, and returns when they are there.
  package func write(_ bytes: [UInt8], at offset: Int = 0) throws(DriverError) {
    try require(offset, bytes.count, "write")
    // `withUnsafeBytes` of the library throws anything or nothing.
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(DriverError) in try context.copy(bytes, to: address + UInt64(offset)) }
    }
    try result.get()
  }

  /// Copies `byteCount` bytes from `offset` to the host.
  package func read(at offset: Int = 0, byteCount: Int) throws(DriverError) -> [UInt8] {
    try require(offset, byteCount, "read")
    var failure: DriverError?
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { bytes, count in
      do throws(DriverError) {
        let all = UnsafeMutableRawBufferPointer(bytes)
        let wanted = UnsafeMutableRawBufferPointer(rebasing: all[..<byteCount])
        try context.copy(from: address + UInt64(offset), to: wanted)
        count = byteCount
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Fills all bytes with `byte`.
  package func fill(with byte: UInt8) throws(DriverError) {
    try context.fill(address, byteCount: byteCount, with: byte)
  }

  fileprivate func require(_ offset: Int, _ count: Int, _ action: String) throws(DriverError) {
    if offset < 0 || count < 0 || count > byteCount - offset {
      throw .outOfRange(action: action, offset: offset, byteCount: count, available: byteCount)
    }
  }
}
