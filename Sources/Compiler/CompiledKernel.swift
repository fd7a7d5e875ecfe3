import IR
import PTX

/// A kernel as PTX, with all that a launch must know of it.
package struct CompiledKernel: Hashable, Sendable {
  /// The name of the entry in the PTX.
  package var name: String
  /// The text of the PTX.
  package var ptx: [UInt8]
  /// The machine that the PTX is for, `sm_90a`.
  package var target: PTXTarget
  /// How many warps of 32 threads run one program: a block is `32 * warpCount` threads along x.
  package var warpCount: Int
  /// How many bytes of dynamic shared memory a block needs.
  package var sharedByteCount: Int
  /// The parameters of the entry, in order.
  package var parameters: [EntryParameter]

  /// The kernel `name` of `ptx`.
  package init(
    name: String, ptx: [UInt8], target: PTXTarget, warpCount: Int, sharedByteCount: Int,
    parameters: [EntryParameter]
  ) {
    (self.name, self.ptx, self.target) = (name, ptx, target)
    (self.warpCount, self.sharedByteCount) = (warpCount, sharedByteCount)
    self.parameters = parameters
  }
}
