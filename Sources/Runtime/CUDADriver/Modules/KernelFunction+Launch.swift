extension KernelFunction {
  /// Launches the kernel behind what `stream` does already, and does not wait for it.
  ///
  /// - Parameter parameters: the address of the value of each parameter; the driver has copied the
  ///   values when the call returns.
  package func launch(
    _ launch: BlockLaunch, on stream: Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DriverError) {
    try stream.context.require(context, "launch kernel '\(name)' on a stream")
    try context.performRepeatedly { () throws(DriverError) in
      try launchHere(launch, on: stream, parameters: parameters)
    }
  }

  /// Launches the kernel where its context, which is the stream's too, is current.
  func launchHere(
    _ launch: BlockLaunch, on stream: Stream,
    parameters: UnsafeMutableBufferPointer<UnsafeMutableRawPointer?>
  ) throws(DriverError) {
    let driver = context.driver
    if launch.needsAttributes {
      guard let call = driver.streams.cuLaunchKernelEx else {
        throw driver.missing("cuLaunchKernelEx")
      }
      let code = launch.withConfiguration(stream: stream.handle) {
        call($0, handle, parameters.baseAddress, nil)
      }
      try driver.check(code, "cuLaunchKernelEx", describe(launch))
    } else {
      let (grid, block) = (launch.grid, launch.block)
      try driver.check(
        driver.streams.cuLaunchKernel(
          handle, grid.x, grid.y, grid.z, block.x, block.y, block.z, launch.sharedByteCount,
          stream.handle, parameters.baseAddress, nil), "cuLaunchKernel", describe(launch))
    }
  }

  func describe(_ launch: BlockLaunch) -> String {
    "kernel '\(name)', grid \(launch.grid), block \(launch.block), "
      + "\(launch.sharedByteCount) bytes of shared memory, GPU \(context.device.index)"
  }
}

extension BlockLaunch {
  /// Calls `body` with the driver's record of this launch, `CUlaunchConfig`.
  ///
  /// Seven numbers of 4 bytes, then at 32 the stream, at 40 the attributes and at 48 their count.
  /// An attribute is its number, then at 8 a value of at most 64 bytes.
  fileprivate func withConfiguration(
    stream: DriverHandle, _ body: (UnsafeRawPointer) -> Int32
  ) -> Int32 {
    let attributeByteCount = 72
    return withUnsafeTemporaryAllocation(
      byteCount: 56 + 3 * attributeByteCount, alignment: 8
    ) { bytes in
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      let numbers = [
        grid.x, grid.y, grid.z, block.x, block.y, block.z, sharedByteCount,
      ]
      for (index, number) in numbers.enumerated() {
        bytes.storeBytes(of: number, toByteOffset: 4 * index, as: UInt32.self)
      }
      var count = 0
      func add(_ attribute: UInt32, _ values: UInt32...) {
        let start = 56 + count * attributeByteCount
        bytes.storeBytes(of: attribute, toByteOffset: start, as: UInt32.self)
        for (index, value) in values.enumerated() {
          bytes.storeBytes(of: value, toByteOffset: start + 8 + 4 * index, as: UInt32.self)
        }
        count += 1
      }
      if isCooperative { add(Self.cooperative, 1) }
      if cluster != Extent(1) { add(Self.clusterDimension, cluster.x, cluster.y, cluster.z) }
      if overlapsPredecessor { add(Self.programmaticStreamSerialization, 1) }
      bytes.storeBytes(of: stream, toByteOffset: 32, as: UInt.self)
      bytes.storeBytes(
        of: UInt(bitPattern: bytes.baseAddress) + 56, toByteOffset: 40, as: UInt.self)
      bytes.storeBytes(of: UInt32(count), toByteOffset: 48, as: UInt32.self)
      guard let start = bytes.baseAddress else { return DriverCode.invalidValue }
      return body(start)
    }
  }

  // `CU_LAUNCH_ATTRIBUTE_COOPERATIVE` and its neighbours.
  private static let cooperative: UInt32 = 2
  private static let clusterDimension: UInt32 = 4
  private static let programmaticStreamSerialization: UInt32 = 6
}
