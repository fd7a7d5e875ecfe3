/// The name of an input or an output of a layout.
public struct Dimension: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The name as it is printed.
  public let name: String

  /// The dimension called `name`.
  public init(_ name: String) { self.name = name }
  /// The dimension called `value`.
  public init(stringLiteral value: String) { name = value }

  /// The elements that one thread holds.
  public static let register: Dimension = "register"
  /// The threads of a warp.
  public static let lane: Dimension = "lane"
  /// The warps of a block.
  public static let warp: Dimension = "warp"
  /// The blocks of a cluster.
  public static let block: Dimension = "block"
  /// The elements of a piece of shared memory, counted from its start.
  public static let offset: Dimension = "offset"

  /// Coordinate `index` of a tile, called `dim0`, `dim1` and so on.
  public static func axis(_ index: Int) -> Dimension { Dimension("dim\(index)") }

  public var description: String { name }
}
