/// The family of matrix instructions that decides how warps share a tile.
public enum TensorCoreVersion: Int, Hashable, Sendable {
  /// `mma.sync`: each warp computes tiles of 16 rows and 8 columns.
  case warp = 2
  /// `wgmma`: four warps compute a tile of 64 rows together.
  case warpgroup = 3

  /// The axes in the order in which warps are numbered.
  ///
  /// The four warps of a group have rows below each other, so for `wgmma` rows are numbered first.
  func warpOrder(rank: Int) -> [Int] {
    let rowMajor = Array((0..<rank).reversed())
    return self == .warp ? rowMajor : rowMajor.swappingFirstTwo()
  }
}

extension [Int] {
  /// These, with the first two in the other order.
  func swappingFirstTwo() -> [Int] {
    count < 2 ? self : [self[1], self[0]] + dropFirst(2)
  }
}
