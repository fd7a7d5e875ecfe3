/// What a kernel on a device can be asked for, by the driver's numbers.
package enum FunctionAttribute: Int32, CaseIterable, Sendable {
  /// How many threads a block of it may have.
  case maximumThreadsPerBlock = 0
  /// How many bytes of shared memory it always has.
  case staticSharedBytes = 1
  /// How many bytes a thread has on the stack, to which registers spill.
  case localBytes = 3
  /// How many registers a thread has.
  case registerCount = 4
  /// The version of PTX it was written in, 80 for 8.0.
  case ptxVersion = 5
  /// The architecture it was compiled for, 90 for `sm_90`.
  case binaryVersion = 6
  /// How many bytes of shared memory a launch may ask for.
  case maximumDynamicSharedBytes = 8
  /// Whether it may run in clusters that not every device of the architecture has room for.
  case allowsLargeClusters = 14
}
