import TileSemantics

/// Integers that a `for` loop of the device counts through.
///
/// The bounds may be known only when the kernel runs. The loop's body is traced once; to unroll a
/// loop while tracing, write it over a sequence of Swift such as `0..<4` or `staticRange(0, 4)`.
public struct TileRange<Index: IntegerElement> {
  /// The first integer.
  public let lower: Tile<Index>
  /// Where the loop ends; itself not part of it.
  public let upper: Tile<Index>
  /// How far each integer lies from the one before; a constant may be negative.
  public let step: Tile<Index>
  /// What the loop asks of the compiler.
  public var hints: LoopHints
}

/// What a kernel asks of the compiler for one loop. None of it changes what the loop computes.
public struct LoopHints: Hashable, Sendable {
  /// In how many stages the loads of the loop run ahead; nil leaves it to the launch.
  public var numStages: Int?
  /// How often the body is repeated in one iteration.
  public var loopUnrollFactor: Int?
  /// Whether the accumulator of a dot must not be kept twice.
  public var disallowAccumulatorMultiBuffering: Bool
  /// Whether this loop and the one around it become one.
  public var flatten: Bool
  /// Whether loads and computation run on warps of their own.
  public var warpSpecialize: Bool
  /// Whether nothing may be moved out of the loop.
  public var disableInvariantMotion: Bool

  /// What is asked for; nothing by default.
  public init(
    numStages: Int? = nil, loopUnrollFactor: Int? = nil,
    disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
    warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
  ) {
    self.numStages = numStages
    self.loopUnrollFactor = loopUnrollFactor
    self.disallowAccumulatorMultiBuffering = disallowAccumulatorMultiBuffering
    self.flatten = flatten
    self.warpSpecialize = warpSpecialize
    self.disableInvariantMotion = disableInvariantMotion
  }

  /// The same for the builder.
  var attributes: LoopAttributes {
    var result = LoopAttributes()
    result.stages = numStages
    result.unrollFactor = loopUnrollFactor
    result.disallowsAccumulatorMultiBuffer = disallowAccumulatorMultiBuffering
    result.isFlattened = flatten
    result.isWarpSpecialized = warpSpecialize
    result.disablesInvariantMotion = disableInvariantMotion
    return result
  }
}
