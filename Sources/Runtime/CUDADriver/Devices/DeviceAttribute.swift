/// What a device can be asked for, by the driver's numbers.
package enum DeviceAttribute: Int32, CaseIterable, Sendable {
  /// How many threads a block may have.
  case maximumThreadsPerBlock = 1
  /// How many blocks a grid may have along x.
  case maximumGridX = 5
  /// How many blocks a grid may have along y.
  case maximumGridY = 6
  /// How many blocks a grid may have along z.
  case maximumGridZ = 7
  /// How many bytes of shared memory a block may have without asking.
  case sharedBytesPerBlock = 8
  /// How many threads a warp has.
  case warpSize = 10
  /// How many registers a block may have.
  case registersPerBlock = 12
  /// The clock of the multiprocessors in kHz.
  case clockKilohertz = 13
  /// How many multiprocessors there are.
  case multiprocessorCount = 16
  /// The clock of the memory in kHz.
  case memoryClockKilohertz = 36
  /// The width of the memory's bus in bits.
  case memoryBusBits = 37
  /// How many bytes the second-level cache has.
  case secondLevelCacheBytes = 38
  /// How many threads a multiprocessor holds.
  case maximumThreadsPerMultiprocessor = 39
  /// The number before the point of the compute capability.
  case computeCapabilityMajor = 75
  /// The number behind the point of the compute capability.
  case computeCapabilityMinor = 76
  /// How many bytes of shared memory a multiprocessor has.
  case sharedBytesPerMultiprocessor = 81
  /// How many bytes of shared memory a block may have that asks for them.
  case sharedBytesPerBlockOnRequest = 97
  /// Whether memory can be allocated in the order of a stream.
  case supportsMemoryPools = 115
  /// Whether blocks can be launched in clusters.
  case supportsClusters = 120
  /// Whether tensor maps can be used.
  case supportsTensorMaps = 127
}
