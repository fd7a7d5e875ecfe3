extension LaunchRecord {
  /// The extents that a grid may have, as CUDA limits them: the first one counts to 2^31 - 1.
  private static let largestExtents = [Int(Int32.max), 65535, 65535]

  /// Checks what decoding does not: that the launch can be made as it stands.
  /// - Throws: a `CaseError` that names the field, what it holds and what it may hold.
  func requireUsable() throws(CaseError) {
    try requireUsableGrid()
    var indices: Set<Int> = []
    for buffer in buffers {
      guard indices.insert(buffer.index).inserted else {
        throw CaseError("buffer \(buffer.index) is recorded twice")
      }
      guard buffer.byteCount >= 0 else {
        throw CaseError("buffer \(buffer.index) has \(buffer.byteCount) bytes, expected 0 or more")
      }
    }
    for case .descriptor(let descriptor) in arguments {
      if let padding = descriptor.padding, padding != "zero", padding != "nan" {
        throw CaseError("found padding '\(padding)', expected zero or nan")
      }
    }
  }

  private func requireUsableGrid() throws(CaseError) {
    guard grid.count == Self.largestExtents.count else {
      throw CaseError("grid has \(grid.count) extents, expected \(Self.largestExtents.count)")
    }
    for (extent, largest) in zip(grid, Self.largestExtents)
    where !(1...largest).contains(extent) {
      throw CaseError("grid has the extent \(extent), expected 1 to \(largest)")
    }
  }
}
