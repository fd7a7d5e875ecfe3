/// Moves the fields of packed indices to where other extents have them.
///
/// A field goes to the dimension of its name. Bits that do not fit there, and fields that have no
/// dimension there, are dropped.
struct FieldMap {
  private struct Move {
    let source: UInt64
    let mask: UInt64
    let target: UInt64
  }

  private let moves: [Move]

  /// The map from indices packed as `source` says to indices packed as `target` says.
  ///
  /// - Parameter offset: how far up a field moves within its dimension.
  init(from source: [Extent], to target: [Extent], offset: (Dimension) -> Int = { _ in 0 }) {
    var moves: [Move] = []
    var start = 0
    for extent in source {
      if let bits = target.bits(of: extent.dimension) {
        let offset = offset(extent.dimension)
        let width = Swift.max(0, Swift.min(extent.bitCount, bits.count - offset))
        moves.append(
          Move(
            source: UInt64(start), mask: .lowBits(width),
            target: UInt64(bits.lowerBound + offset)))
      }
      start += extent.bitCount
    }
    self.moves = moves
  }

  func callAsFunction(_ packed: UInt64) -> UInt64 {
    var result: UInt64 = 0
    for move in moves { result |= (packed >> move.source & move.mask) << move.target }
    return result
  }
}
