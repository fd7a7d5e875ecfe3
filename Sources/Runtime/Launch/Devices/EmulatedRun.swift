/// What a launch on the emulator cost.
package struct EmulatedRun: Sendable {
  /// How many instructions threads executed: those of warps, times the lanes that took part.
  package var laneInstructions: UInt64 = 0
  /// The processor's time for it in the thread that launched; the emulator starts no other.
  package var seconds = 0.0
}
