import PTX

/// What a lowering is asked for beside the kernel.
package struct LoweringOptions: Hashable, Sendable {
  /// The machine that the PTX is for.
  package var target: PTXTarget
  /// How many warps run one program, a power of two.
  package var warpCount: Int

  /// How many registers of 32 bits a thread takes at most; `nil` for as many as it needs, up to 255.
  package var maximumRegisters: Int?

  /// PTX for `target`, with `warpCount` warps a program and at most `maximumRegisters` registers a
  /// thread.
  package init(target: PTXTarget = .sm90a, warpCount: Int = 4, maximumRegisters: Int? = nil) {
    (self.target, self.warpCount) = (target, warpCount)
    self.maximumRegisters = maximumRegisters
  }
}
