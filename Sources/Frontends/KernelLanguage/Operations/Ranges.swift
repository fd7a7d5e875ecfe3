import TileSemantics

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
///
/// - Parameters:
///   - step: how far each lies from the one before; a constant may be negative, 0 is reported.
///   - numStages: in how many stages the loads of the loop run ahead.
///   - loopUnrollFactor: how often the body is repeated in one iteration.
///   - disallowAccumulatorMultiBuffering: the accumulator of a dot must not be kept twice.
///   - flatten: this loop and the one around it become one.
///   - warpSpecialize: loads and computation run on warps of their own.
///   - disableInvariantMotion: nothing may be moved out of the loop.
///
/// Triton: `tl.range`
public func range<Index: IntegerElement>(
  _ lower: Tile<Index>, _ upper: Tile<Index>, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: lower, upper: upper, step: Tile<Index>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Int, _ upper: Tile<Index>, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: Tile<Index>(lower), upper: upper, step: Tile<Index>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Tile<Index>, _ upper: Int, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: lower, upper: Tile<Index>(upper), step: Tile<Index>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range(
  _ lower: Int, _ upper: Int, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Int32> {
  TileRange(
    lower: Tile<Int32>(lower), upper: Tile<Int32>(upper), step: Tile<Int32>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Tile<Index>, _ upper: Tile<Index>, step: Tile<Index>,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: lower, upper: upper, step: step,
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Int, _ upper: Tile<Index>, step: Tile<Index>,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: Tile<Index>(lower), upper: upper, step: step,
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Tile<Index>, _ upper: Int, step: Tile<Index>,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: lower, upper: Tile<Index>(upper), step: step,
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from `lower` up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ lower: Int, _ upper: Int, step: Tile<Index>,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: Tile<Index>(lower), upper: Tile<Index>(upper), step: step,
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from 0 up to, but not including, `upper`, for a loop of the device.
public func range<Index: IntegerElement>(
  _ upper: Tile<Index>, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Index> {
  TileRange(
    lower: Tile<Index>(0), upper: upper, step: Tile<Index>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}

/// The integers from 0 up to, but not including, `upper`, for a loop of the device.
public func range(
  _ upper: Int, step: Int = 1,
  numStages: Int? = nil, loopUnrollFactor: Int? = nil,
  disallowAccumulatorMultiBuffering: Bool = false, flatten: Bool = false,
  warpSpecialize: Bool = false, disableInvariantMotion: Bool = false
) -> TileRange<Int32> {
  TileRange(
    lower: Tile<Int32>(0), upper: Tile<Int32>(upper), step: Tile<Int32>(step),
    hints: LoopHints(
      numStages: numStages, loopUnrollFactor: loopUnrollFactor,
      disallowAccumulatorMultiBuffering: disallowAccumulatorMultiBuffering, flatten: flatten,
      warpSpecialize: warpSpecialize, disableInvariantMotion: disableInvariantMotion))
}
