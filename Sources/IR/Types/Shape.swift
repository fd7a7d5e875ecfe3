/// The extents of a tile, outermost first.
///
/// Every extent is a power of two, as the language demands, so an extent is stored as its
/// logarithm in five bits and a shape is a trivial value.
public struct Shape: Hashable, Sendable, BitwiseCopyable {
  /// Five bits an extent, the first in the lowest bits; twelve extents in each word. Swift 6.3
  /// misaligns spilled copies of one `UInt128` on x86-64, so there are two words.
  private var firstLogarithms, lastLogarithms: UInt64
  private var rankByte: UInt8

  /// As many as fit; a hypercube of the largest tile has 20.
  public static let maximumRank = 24
  /// The largest number of elements of a tile.
  public static let maximumCount = 1 << 20

  /// The shape of a scalar.
  public static let scalar = Shape()

  private static let extentsPerWord = 12

  private init() { (firstLogarithms, lastLogarithms, rankByte) = (0, 0, 0) }

  /// - Returns: `nil` if an extent is no power of two or too large, or if there are too many.
  public init?(_ extents: some Sequence<Int>) {
    self.init()
    for extent in extents {
      guard extent > 0, extent & (extent - 1) == 0, rank < Self.maximumRank,
        extent.trailingZeroBitCount < 32
      else { return nil }
      let logarithm = UInt64(extent.trailingZeroBitCount)
      if rank < Self.extentsPerWord {
        firstLogarithms |= logarithm << UInt64(5 * rank)
      } else {
        lastLogarithms |= logarithm << UInt64(5 * (rank - Self.extentsPerWord))
      }
      rankByte += 1
    }
  }

  /// The number of dimensions.
  public var rank: Int { Int(rankByte) }

  /// The extent along `dimension`, which must be one.
  public subscript(dimension: Int) -> Int { 1 << logarithm(of: dimension) }

  /// The base-two logarithm of an extent.
  public func logarithm(of dimension: Int) -> Int {
    precondition(dimension >= 0 && dimension < rank, "shape has no dimension \(dimension)")
    let (word, position) =
      dimension < Self.extentsPerWord
      ? (firstLogarithms, dimension) : (lastLogarithms, dimension - Self.extentsPerWord)
    return Int(truncatingIfNeeded: word >> UInt64(5 * position)) & 31
  }

  /// The number of elements; 1 for a scalar. Saturates where it does not fit.
  public var count: Int {
    let sum = (0..<rank).reduce(0) { $0 + logarithm(of: $1) }
    return sum < 62 ? 1 << sum : Int.max
  }

  /// The extents in order.
  public var extents: [Int] { (0..<rank).map { self[$0] } }

  /// This shape with `extent` put in before `dimension`.
  public func inserting(_ extent: Int, at dimension: Int) -> Shape? {
    var result = extents
    guard dimension >= 0, dimension <= result.count else { return nil }
    result.insert(extent, at: dimension)
    return Shape(result)
  }

  /// This shape without `dimension`.
  public func removing(_ dimension: Int) -> Shape {
    var result = extents
    result.remove(at: dimension)
    return Shape(result)!
  }

  /// This shape with another extent at `dimension`.
  public func replacing(_ dimension: Int, with extent: Int) -> Shape? {
    var result = extents
    guard dimension >= 0, dimension < result.count else { return nil }
    result[dimension] = extent
    return Shape(result)
  }
}

extension Shape: CustomStringConvertible {
  /// `128x64`; empty for a scalar.
  public var description: String { extents.map(String.init).joined(separator: "x") }
}
