import PTX

/// What a kernel is compiled for.
package struct CompilerOptions: Hashable, Sendable {
  /// The machine.
  package var target: PTXTarget
  /// How many warps run one program; rounded down to a power of two.
  package var warpCount: Int

  /// Options for `target`, with `warpCount` warps a program.
  package init(target: PTXTarget = .sm90a, warpCount: Int = 4) {
    self.target = target
    self.warpCount = warpCount
  }
}
