/// How many registers there are for a thread, and for its tiles.
package enum RegisterBudget {
  /// The registers of 32 bits that a thread of a program of `warpCount` warps can have: up to 255, of
  /// the 65,536 that all threads of a block share (CUDA C++ Programming Guide, technical
  /// specifications per compute capability), and at most `maximumRegisters`.
  package static func forThread(warpCount: Int, maximumRegisters: Int?) -> Int {
    min(maximumRegisters ?? 255, 255, 65536 / (32 * warpCount))
  }

  /// Those of them that tiles may take: five of eight, since addresses, masks and what is computed on
  /// the way need the others. The share was found by measuring.
  package static func forTiles(warpCount: Int, maximumRegisters: Int?) -> Int {
    forThread(warpCount: warpCount, maximumRegisters: maximumRegisters) * 5 / 8
  }
}
