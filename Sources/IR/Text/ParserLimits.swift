/// How much of everything a text may hold.
///
/// Every limit is far above what a compiler writes; the limits bound the time, the memory and the
/// stack that a hostile text can take.
public struct ParserLimits: Sendable {
  /// In bytes.
  public var fileSize = 64 << 20
  /// In bytes; a string is one token.
  public var tokenSize = 1 << 20
  /// How deep regions, types, attributes and locations may nest, all together.
  ///
  /// An optimized build needs up to 4 kB of stack for each level, and a thread may have no more
  /// than 512 kB. Kernels nest less than 20 levels deep.
  public var nesting = 100
  public var operations = 1_000_000
  public var operandsPerOperation = 32_767
  public var resultsPerOperation = 32_767
  public var regionsPerOperation = 64
  public var successorsPerOperation = 64
  public var blockParameters = 32_767
  public var dictionaryEntries = 1_024
  /// How many elements a tile may have.
  public var tileElements = Shape.maximumCount
  /// How many parts a location may have once its aliases are replaced.
  public var locationParts = 4_096

  public init() {}

  public static let standard = ParserLimits()
}
