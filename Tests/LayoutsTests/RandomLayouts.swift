import Layouts

/// Random layouts of a tile over registers, 32 lanes and some warps.
extension RandomSource {
  /// A shape of one to three axes with room for all threads.
  mutating func shape(warps: Int) -> [Int] {
    let bits = 5 + warps.trailingZeroBitCount + number(0...5)
    var exponents = Array(repeating: 0, count: number(1...3))
    for _ in 0..<bits { exponents[number(0...exponents.count - 1)] += 1 }
    return exponents.map { 1 << $0 }
  }

  /// A layout in which every element of `shape` has one place.
  mutating func bijectiveLayout(shape: [Int], warps: Int) -> LinearLayout {
    if number(0...2) == 0 { return anyBijectiveLayout(shape: shape, warps: warps) }
    if shape.count == 2, number(0...1) == 0,
      let layout = accumulator(shape: shape, warps: warps)
    {
      return layout
    }
    return blockedLayout(shape: shape, warps: warps)
  }

  /// A blocked layout whose boxes fit into `shape`.
  private mutating func blockedLayout(shape: [Int], warps: Int) -> LinearLayout {
    var rest = shape
    let threads = box(32, within: &rest)
    let warpBox = box(warps, within: &rest)
    let registers = box(1 << number(0...rest.reduce(1, *).trailingZeroBitCount), within: &rest)
    return .blocked(
      sizePerThread: registers, threadsPerWarp: threads, warpsPerCTA: warpBox,
      order: order(shape.count), shape: shape)
  }

  /// A box of `count` elements that fits into `rest`, which is divided by it.
  private mutating func box(_ count: Int, within rest: inout [Int]) -> [Int] {
    var box = Array(repeating: 1, count: rest.count)
    var missing = count
    while missing > 1 {
      let axis = number(0...rest.count - 1)
      guard rest[axis] > 1 else { continue }
      rest[axis] /= 2
      box[axis] *= 2
      missing /= 2
    }
    return box
  }

  private mutating func accumulator(shape: [Int], warps: Int) -> LinearLayout? {
    let rows = 1 << number(0...warps.trailingZeroBitCount)
    guard shape[0] >= 16 * rows, shape[1] >= 8 * (warps / rows) else { return nil }
    return .matrixAccumulator(.warp, warpsPerCTA: [rows, warps / rows], shape: shape)
  }

  /// A layout with any basis vectors that are independent.
  private mutating func anyBijectiveLayout(shape: [Int], warps: Int) -> LinearLayout {
    let bits = shape.reduce(1, *).trailingZeroBitCount
    var columns: [UInt64] = []
    var space = BitSpan()
    while columns.count < bits {
      let vector = vectors(1, bits: bits)[0]
      if space.insert(vector) { columns.append(vector) }
    }
    return LinearLayout(
      inputs: [
        Extent(.register, bitCount: bits - 5 - warps.trailingZeroBitCount),
        Extent(.lane, bitCount: 5), Extent(.warp, size: warps),
      ],
      outputs: shape.enumerated().map { Extent(.axis($0.offset), size: $0.element) },
      matrix: BitMatrix(rowCount: bits, columns: columns))
  }

  /// A blocked layout of `shape` whose boxes may be larger or smaller than it.
  mutating func repeatingLayout(shape: [Int], warps: Int) -> LinearLayout {
    var threads = Array(repeating: 32, count: shape.count)
    var warpBox = Array(repeating: warps, count: shape.count)
    let registers = shape.map { _ in power(0...2) }
    return .blocked(
      sizePerThread: registers, threadsPerWarp: box(32, within: &threads),
      warpsPerCTA: box(warps, within: &warpBox), order: order(shape.count), shape: shape)
  }
}
