/// Where in the emulated machine's global memory something lies.
package struct EmulatedAddress: Hashable, Sendable {
  /// The address as a kernel sees it.
  package var value: UInt64

  /// The address `value`.
  package init(_ value: UInt64) { self.value = value }
}
