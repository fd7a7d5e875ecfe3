import PTX

/// What a lowering is asked for beside the kernel.
package struct LoweringOptions: Hashable, Sendable {
  /// The machine that the PTX is for.
  package var target: PTXTarget
  /// How many warps run one program, a power of two.
  package var warpCount: Int

  /// PTX for `target`, with `warpCount` warps a program.
  package init(target: PTXTarget = .sm90a, warpCount: Int = 4) {
    (self.target, self.warpCount) = (target, warpCount)
  }
}
