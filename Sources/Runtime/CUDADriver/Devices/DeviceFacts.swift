/// What a device is, asked for once.
package struct DeviceFacts: Hashable, Sendable {
  /// Its place among the driver's devices, counted from 0.
  package var index: Int
  /// Its name, such as `NVIDIA H200`.
  package var name: String
  /// The compute capability, 9 and 0 for Hopper.
  package var computeCapability: (major: Int, minor: Int) { (capability / 10, capability % 10) }
  /// How many bytes of memory it has.
  package var memoryByteCount: Int
  /// How many multiprocessors there are.
  package var multiprocessorCount: Int
  /// How many threads a block may have.
  package var maximumThreadsPerBlock: Int
  /// How many threads a multiprocessor holds.
  package var maximumThreadsPerMultiprocessor: Int
  /// How many bytes of shared memory a block may have without asking.
  package var sharedBytesPerBlock: Int
  /// How many bytes of shared memory a block may have that asks for them.
  package var sharedBytesPerBlockOnRequest: Int
  /// How many bytes of shared memory a multiprocessor has.
  package var sharedBytesPerMultiprocessor: Int
  /// How many blocks a grid may have along x, y and z.
  package var maximumGrid: [Int]
  /// How many bytes the second-level cache has.
  package var secondLevelCacheBytes: Int
  /// The clock of the multiprocessors in kHz.
  package var clockKilohertz: Int
  /// The clock of the memory in kHz.
  package var memoryClockKilohertz: Int
  /// The width of the memory's bus in bits.
  package var memoryBusBits: Int
  /// Whether memory can be allocated in the order of a stream.
  package var supportsMemoryPools: Bool
  /// Whether blocks can be launched in clusters.
  package var supportsClusters: Bool
  /// Whether tensor maps can be used.
  package var supportsTensorMaps: Bool
  private var capability: Int

  /// Asks `device` for all of it.
  package init(_ device: Device) throws(DriverError) {
    index = device.index
    name = try device.name
    capability =
      try device.value(of: .computeCapabilityMajor) * 10
      + device.value(of: .computeCapabilityMinor)
    memoryByteCount = try device.memoryByteCount
    multiprocessorCount = try device.value(of: .multiprocessorCount)
    maximumThreadsPerBlock = try device.value(of: .maximumThreadsPerBlock)
    maximumThreadsPerMultiprocessor = try device.value(of: .maximumThreadsPerMultiprocessor)
    sharedBytesPerBlock = try device.value(of: .sharedBytesPerBlock)
    sharedBytesPerBlockOnRequest = try device.value(of: .sharedBytesPerBlockOnRequest)
    sharedBytesPerMultiprocessor = try device.value(of: .sharedBytesPerMultiprocessor)
    maximumGrid = [
      try device.value(of: .maximumGridX), try device.value(of: .maximumGridY),
      try device.value(of: .maximumGridZ),
    ]
    secondLevelCacheBytes = try device.value(of: .secondLevelCacheBytes)
    clockKilohertz = try device.value(of: .clockKilohertz)
    memoryClockKilohertz = try device.value(of: .memoryClockKilohertz)
    memoryBusBits = try device.value(of: .memoryBusBits)
    // A driver that does not know a newer attribute refuses it.
    supportsMemoryPools = try device.has(.supportsMemoryPools)
    supportsClusters = try device.has(.supportsClusters)
    supportsTensorMaps = try device.has(.supportsTensorMaps)
  }
}

extension Device {
  /// Whether the driver knows `attribute` and the device has it.
  fileprivate func has(_ attribute: DeviceAttribute) throws(DriverError) -> Bool {
    do {
      return try value(of: attribute) != 0
    } catch {
      guard error.code == DriverCode.invalidValue else { throw error }
      return false
    }
  }
}
