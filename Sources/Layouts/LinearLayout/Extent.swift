/// A dimension and how many bits its index has.
public struct Extent: Hashable, Sendable {
  /// Which input or output it is.
  public let dimension: Dimension
  /// The number of bits of an index.
  public let bitCount: Int

  /// The dimension with indices of `bitCount` bits.
  public init(_ dimension: Dimension, bitCount: Int) {
    precondition(bitCount >= 0, "a dimension has no negative number of bits")
    (self.dimension, self.bitCount) = (dimension, bitCount)
  }

  /// The dimension with `size` indices.
  ///
  /// - Requires: `size` is a power of two.
  public init(_ dimension: Dimension, size: Int) {
    self.init(dimension, bitCount: size.exponentOfTwo)
  }

  /// The number of indices.
  public var size: Int { 1 << bitCount }
}

extension [Extent] {
  /// The number of bits of all indices together.
  var bitCount: Int { reduce(0) { $0 + $1.bitCount } }

  /// Where the bits of `dimension` lie when all indices are packed, the first in the lowest bits.
  public func bits(of dimension: Dimension) -> Range<Int>? {
    var start = 0
    for extent in self {
      if extent.dimension == dimension { return start..<start + extent.bitCount }
      start += extent.bitCount
    }
    return nil
  }

  /// The bits of `dimension`'s index; 0 where it is none of these.
  func bitCount(of dimension: Dimension) -> Int {
    first { $0.dimension == dimension }?.bitCount ?? 0
  }

  /// These, then those of `others` that are missing, each with `bitCount` bits.
  func joined(with others: [Extent], bitCount: (Dimension) -> Int) -> [Extent] {
    let missing = others.filter { other in !contains { $0.dimension == other.dimension } }
    return (self + missing).map { Extent($0.dimension, bitCount: bitCount($0.dimension)) }
  }
}
