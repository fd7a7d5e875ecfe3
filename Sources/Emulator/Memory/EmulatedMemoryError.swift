/// The host has no room for an allocation of emulated memory.
package struct EmulatedMemoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the allocation was to be called.
  package var name: String
  /// How many bytes it was to have.
  package var byteCount: Int

  package var description: String { "no room for the \(byteCount) bytes of '\(name)'" }
}
