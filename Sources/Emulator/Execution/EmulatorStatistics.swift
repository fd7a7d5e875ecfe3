/// What a launch did.
package struct EmulatorStatistics: Hashable, Sendable {
  /// How many instructions threads executed.
  package var laneInstructions: UInt64 = 0
  /// How many instructions warps, or parts of them, executed.
  package var warpInstructions: UInt64 = 0
  /// The lines that the kernel printed, in the order of the blocks.
  package var lines: [String] = []

  /// Nothing was done.
  package init() {}
}
