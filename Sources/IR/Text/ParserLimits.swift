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
  /// How many operations a module may have.
  public var operations = 1_000_000
  /// How many operands an operation may have.
  public var operandsPerOperation = 32_767
  /// How many results an operation may have.
  public var resultsPerOperation = 32_767
  /// How many regions an operation may have.
  public var regionsPerOperation = 64
  /// In how many blocks a terminator may go on.
  public var successorsPerOperation = 64
  /// How many parameters a block or a function may have.
  public var blockParameters = 32_767
  /// How many entries a dictionary of attributes may have.
  public var dictionaryEntries = 1_024
  /// How many elements a tile may have.
  public var tileElements = Shape.maximumCount
  /// How many parts a location may have once its aliases are replaced.
  public var locationParts = 4_096

  /// The standard limits, to change some of them.
  public init() {}

  /// What every reader of files uses.
  public static let standard = ParserLimits()
}
