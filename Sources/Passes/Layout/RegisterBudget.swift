/// How many registers there are for tiles.
package enum RegisterBudget {
  /// The registers of 32 bits that tiles may take of each thread of a program of `warpCount` warps:
  /// five of eight, since addresses, masks and what is computed on the way need the others.
  ///
  /// A thread has up to 255 of the 65,536 of a multiprocessor (CUDA C++ Programming Guide, technical
  /// specifications per compute capability), or `maximumRegisters`. The share was found by measuring.
  package static func forTiles(warpCount: Int, maximumRegisters: Int?) -> Int {
    min(maximumRegisters ?? 255, 255, 65536 / (32 * warpCount)) * 5 / 8
  }
}
