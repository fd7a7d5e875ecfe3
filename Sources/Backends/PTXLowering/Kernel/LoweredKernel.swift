import PTX

/// What a lowering leaves.
package struct LoweredKernel: Sendable {
  /// The module, with one entry.
  package var module: PTXModule
  /// How many bytes of dynamic shared memory a block needs.
  package var sharedByteCount: Int
}
