/// Sums, intersections and complements of subspaces.
extension BitSpan {
  /// The space of all sums of a member of this and a member of `other`.
  public func union(_ other: BitSpan) -> BitSpan { BitSpan(basis + other.basis) }

  /// The space of what is a member of both.
  public func intersection(_ other: BitSpan) -> BitSpan {
    // A relation between the bases says that a sum of the first equals a sum of the second.
    let first = basis
    let both = BitSpan(first + other.basis)
    let matrix = BitMatrix(rowCount: 64, columns: first)
    return BitSpan(both.relations.map { matrix($0 & .lowBits(first.count)) })
  }

  /// Those of `candidates`, in order, that complete this space to the space of both.
  public func completion(from candidates: some Sequence<UInt64>) -> [UInt64] {
    var space = BitSpan(basis)
    return candidates.filter { space.insert($0) }
  }

  /// The images of the members in the quotient by `divisor`, each as its remainder.
  public func modulo(_ divisor: BitSpan) -> BitSpan {
    BitSpan(basis.map { divisor.remainder(of: $0) })
  }

  /// A largest subspace of `space` that shares only zero with `first` and only zero with `second`.
  ///
  /// Its dimension is that of `space` less the larger of the two, which is the most there can be.
  ///
  /// - Requires: `first` and `second` are subspaces of `space`.
  /// - Returns: a basis of it.
  public static func complement(
    in space: BitSpan, avoiding first: BitSpan, and second: BitSpan
  ) -> [UInt64] {
    let shared = first.intersection(second)
    let onlyFirst = shared.completion(from: first.basis)
    let onlySecond = shared.completion(from: second.basis)
    // A sum of one vector of each lies in neither, since what it lacks for that is in the other.
    let mixed = zip(onlyFirst, onlySecond).map { $0 ^ $1 }
    return mixed + first.union(second).completion(from: space.basis)
  }
}
