import PTX

/// What a kernel is compiled for.
package struct CompilerOptions: Hashable, Sendable {
  /// The machine.
  package var target: PTXTarget
  /// How many warps run one program; rounded down to a power of two.
  package var warpCount: Int
  /// How many registers of 32 bits a thread takes at most; `nil` for as many as it needs, up to 255.
  package var maximumRegisters: Int?

  /// Options for `target`, with `warpCount` warps a program and at most `maximumRegisters` registers
  /// a thread.
  package init(target: PTXTarget = .sm90a, warpCount: Int = 4, maximumRegisters: Int? = nil) {
    self.target = target
    self.warpCount = warpCount
    self.maximumRegisters = maximumRegisters
  }
}
