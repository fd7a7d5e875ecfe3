/// Linear equations over GF(2).
extension BitMatrix {
  /// The space of all images, which remembers the columns as its generators.
  public var columnSpace: BitSpan { BitSpan(columns) }

  /// The dimension of the space of all images.
  public var rank: Int { columnSpace.dimension }

  /// Whether different vectors have different images.
  public var isInjective: Bool { rank == columnCount }

  /// Whether every vector of `rowCount` components is an image.
  public var isSurjective: Bool { rank == rowCount }

  /// A basis of the vectors whose image is zero.
  public var kernel: [UInt64] { columnSpace.relations }

  /// A vector whose image is `image`, or nil if there is none.
  ///
  /// Among several it is the one that leaves out every column that depends on those before it.
  public func solution(of image: UInt64) -> UInt64? { columnSpace.combination(of: image) }

  /// The matrix that undoes this one, or nil unless this one is square and of full rank.
  public var inverse: BitMatrix? {
    rowCount == columnCount && isInjective ? pseudoInverse : nil
  }

  /// A matrix *P* with *M P M = M*: the inverse where there is one, on the right where every vector
  /// is an image, on the left where images are different.
  ///
  /// It maps an image to `solution(of:)` and the complement of the images to zero.
  public var pseudoInverse: BitMatrix {
    // The column space is completed to the whole; what completes it has no preimage and goes to
    // zero.
    var space = columnSpace
    for row in 0..<rowCount { space.insert(1 << UInt64(row)) }
    let own = UInt64.lowBits(columnCount)
    let preimages = (0..<rowCount).map { row in
      space.combination(of: 1 << UInt64(row)).map { $0 & own } ?? 0
    }
    return BitMatrix(rowCount: columnCount, columns: preimages)
  }
}
