/// A subspace of the vectors over GF(2), given by generators and kept in echelon form.
///
/// The first 64 generators are remembered, so that a member can be written as a sum of them.
public struct BitSpan: Sendable {
  /// The basis vector whose highest bit is the index, or zero.
  private var basisByHighestBit: [UInt64]
  /// Which generators sum up to the basis vector at the same index.
  private var combinations: [UInt64]
  /// The highest bits of the basis vectors.
  private var pivots: UInt64 = 0
  /// How many vectors were inserted.
  public private(set) var generatorCount = 0
  /// Sums of generators that are zero: a basis of them, one for each generator that was a member
  /// already, which is the highest bit.
  public private(set) var relations: [UInt64] = []

  /// The space of all sums of `generators`.
  public init(_ generators: some Sequence<UInt64> = EmptyCollection()) {
    basisByHighestBit = Array(repeating: 0, count: 64)
    combinations = basisByHighestBit
    for generator in generators { insert(generator) }
  }

  /// How many vectors a basis has.
  public var dimension: Int { pivots.nonzeroBitCount }

  /// Adds a generator.
  ///
  /// - Returns: whether the space grew.
  @discardableResult
  public mutating func insert(_ generator: UInt64) -> Bool {
    let own: UInt64 = 1 << UInt64(generatorCount)
    generatorCount += 1
    let (rest, combination) = reduce(generator)
    guard rest != 0 else {
      relations.append(combination ^ own)
      return false
    }
    let pivot = 63 - rest.leadingZeroBitCount
    basisByHighestBit[pivot] = rest
    combinations[pivot] = combination ^ own
    pivots |= 1 << UInt64(pivot)
    return true
  }

  /// Whether `vector` is a sum of generators.
  public func contains(_ vector: UInt64) -> Bool { reduce(vector).rest == 0 }

  /// The generators that sum up to `vector`, one bit for each, or nil if it is no member.
  ///
  /// A generator that was a member already when it was inserted is never used.
  public func combination(of vector: UInt64) -> UInt64? {
    let (rest, combination) = reduce(vector)
    return rest == 0 ? combination : nil
  }

  /// The one vector that differs from `vector` by a member and has no highest bit of the basis.
  public func remainder(of vector: UInt64) -> UInt64 { reduce(vector).rest }

  /// The basis in which the highest bit of a vector occurs in no other, in ascending order.
  ///
  /// Equal spaces have equal bases.
  public var basis: [UInt64] {
    basisByHighestBit.indices.compactMap { index in
      let vector = basisByHighestBit[index]
      guard vector != 0 else { return nil }
      let highest: UInt64 = 1 << UInt64(index)
      return reduce(vector ^ highest).rest | highest
    }
  }

  private func reduce(_ vector: UInt64) -> (rest: UInt64, combination: UInt64) {
    var rest = vector
    var combination: UInt64 = 0
    // Clearing the highest pivot changes only bits below it, so each is cleared once.
    var found = rest & pivots
    while found != 0 {
      let pivot = 63 - found.leadingZeroBitCount
      rest ^= basisByHighestBit[pivot]
      combination ^= combinations[pivot]
      found = rest & pivots
    }
    return (rest, combination)
  }
}

extension BitSpan: Equatable {
  /// Whether both have the same members.
  public static func == (lhs: BitSpan, rhs: BitSpan) -> Bool { lhs.basis == rhs.basis }
}
