import TileSemantics

// Random numbers that depend on nothing but a seed and a place: Philox. Equal seeds and offsets
// give equal numbers on every device.

/// A random integer of 32 bits for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.randint`
public func randomInteger(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<UInt32> {
  Tile(seed.operand, offset.operand) {
    try $0.randomInteger(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// A random integer of 32 bits for each offset.
///
/// Triton: `tl.randint`
public func randomInteger(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<UInt32> {
  randomInteger(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// A random number from 0 up to, but not including, 1 for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.rand`
public func randomUniform(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<Float> {
  Tile(seed.operand, offset.operand) {
    try $0.randomUniform(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// A random number from 0 up to, but not including, 1 for each offset.
///
/// Triton: `tl.rand`
public func randomUniform(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<Float> {
  randomUniform(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// A normally distributed random number for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.randn`
public func randomNormal(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<Float> {
  Tile(seed.operand, offset.operand) {
    try $0.randomNormal(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// A normally distributed random number for each offset.
///
/// Triton: `tl.randn`
public func randomNormal(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> Tile<Float> {
  randomNormal(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// Four random integers of 32 bits for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.randint4x`
public func randomIntegers(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<UInt32>, Tile<UInt32>, Tile<UInt32>, Tile<UInt32>) {
  fourTiles([seed.operand, offset.operand]) {
    try $0.randomIntegers(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// Four random integers of 32 bits for each offset.
///
/// Triton: `tl.randint4x`
public func randomIntegers(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<UInt32>, Tile<UInt32>, Tile<UInt32>, Tile<UInt32>) {
  randomIntegers(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// Four random numbers from 0 up to, but not including, 1 for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.rand4x`
public func randomUniforms(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<Float>, Tile<Float>, Tile<Float>, Tile<Float>) {
  fourTiles([seed.operand, offset.operand]) {
    try $0.randomUniforms(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// Four random numbers from 0 up to, but not including, 1 for each offset.
///
/// Triton: `tl.rand4x`
public func randomUniforms(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<Float>, Tile<Float>, Tile<Float>, Tile<Float>) {
  randomUniforms(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// Four normally distributed random numbers for each offset.
///
/// - Parameter rounds: how thoroughly the numbers are mixed.
///
/// Triton: `tl.randn4x`
public func randomNormals(
  seed: Tile<some IntegerElement>, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<Float>, Tile<Float>, Tile<Float>, Tile<Float>) {
  fourTiles([seed.operand, offset.operand]) {
    try $0.randomNormals(seed: seed.operand, offset: offset.operand, rounds: rounds)
  }
}

/// Four normally distributed random numbers for each offset.
///
/// Triton: `tl.randn4x`
public func randomNormals(
  seed: Int, offset: Tile<some IntegerElement>, rounds: Int = 10
) -> (Tile<Float>, Tile<Float>, Tile<Float>, Tile<Float>) {
  randomNormals(seed: Scalar<Int64>(seed), offset: offset, rounds: rounds)
}

/// The generator itself: four random integers for four counters, of 32 or 64 bits.
///
/// Triton: `tl.philox`
public func philox<Element: IntegerElement & UnsignedInteger>(
  seed: Tile<some IntegerElement>, _ c0: Tile<Element>, _ c1: Tile<Element>, _ c2: Tile<Element>,
  _ c3: Tile<Element>, rounds: Int = 10
) -> (Tile<Element>, Tile<Element>, Tile<Element>, Tile<Element>) {
  let counters = [c0, c1, c2, c3].map(\.operand)
  return fourTiles([seed.operand] + counters) {
    try $0.philox(seed: seed.operand, counters: counters, rounds: rounds)
  }
}

/// Integers of 32 or 64 bits spread over the numbers from 0 up to, but not including, 1.
///
/// Triton: `tl.uint_to_uniform_float`
public func uniformFloat(_ x: Tile<some IntegerElement>) -> Tile<Float> {
  Tile(x.operand) { try $0.uniformFloat(x.operand) }
}

/// Two independent normally distributed numbers from two uniformly distributed ones.
///
/// Triton: `tl.pair_uniform_to_normal`
public func normalPair(_ first: Tile<Float>, _ second: Tile<Float>) -> (Tile<Float>, Tile<Float>) {
  let results = Trace.emit([first.operand, second.operand], count: 2) { builder in
    let (left, right) = try builder.normalPair(first.operand, second.operand)
    return [left, right]
  }
  return (Tile(results[0]), Tile(results[1]))
}

private func fourTiles<Element>(
  _ operands: [Operand], _ body: (inout TileBuilder) throws -> [Operand]
) -> (Tile<Element>, Tile<Element>, Tile<Element>, Tile<Element>) {
  let results = Trace.emit(operands, count: 4) { builder in
    try body(&builder).map { try Tile<Element>.converted($0, in: &builder) }
  }
  return (Tile(results[0]), Tile(results[1]), Tile(results[2]), Tile(results[3]))
}
