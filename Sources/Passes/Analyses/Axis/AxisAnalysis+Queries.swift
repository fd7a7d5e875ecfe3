import IR

extension AxisAnalysis {
  /// The largest single access to memory, in bytes.
  private static let maximumAccess = 16

  /// How many neighbours along `dimension` one access may take: a power of two of elements that lie
  /// side by side in at most 16 bytes, of which the first is aligned to all of them, and which are
  /// all meant or all masked.
  ///
  /// - Parameters:
  ///   - pointer: a pointer, or a tile of them.
  ///   - mask: which elements are accessed; all if `nil`.
  ///   - isAligned: the first is taken to be aligned.
  /// - Returns: 1 also where not even one element is known to be aligned.
  package func vectorLength(
    of pointer: ValueID, along dimension: Int, mask: ValueID? = nil, isAligned: Bool = false
  ) -> Int {
    guard let facts = facts(of: pointer), dimension < facts.dimensions.count,
      facts.type.isPointer
    else { return 1 }
    let known = facts.dimensions[dimension]
    let size = facts.logStep
    var length = min(known.logContiguity, Self.maximumAccess.trailingZeroBitCount - size)
    if !isAligned { length = min(length, known.logDivisibility - size) }
    if let mask = mask.flatMap({ self.facts(of: $0) }), dimension < mask.dimensions.count {
      length = min(length, mask.dimensions[dimension].logConstancy)
    }
    return 1 << max(0, length)
  }

  /// The dimensions of `value`, those with the longest contiguous runs first; among equals the last
  /// first, as in a row-major tile.
  package func order(of value: ValueID) -> [Int] {
    guard let facts = facts(of: value) else { return [] }
    let runs = facts.dimensions.map(\.logContiguity)
    return runs.indices.sorted { runs[$0] == runs[$1] ? $0 > $1 : runs[$0] > runs[$1] }
  }
}
