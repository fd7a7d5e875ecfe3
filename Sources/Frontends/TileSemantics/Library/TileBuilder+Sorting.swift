import IR

/// Sorting networks.
///
/// A tile of `2^n` elements is a hypercube of `n` dimensions of extent 2, in which comparing two
/// elements at a distance of `2^i` is comparing along the `i`-th dimension from the end.
extension TileBuilder {
  /// The elements of each row (along the last dimension) in order.
  public mutating func sort(
    _ operand: Operand, axis: Int? = nil, isDescending: Bool = false
  ) throws(SemanticError) -> Operand {
    let count = try sortedExtent(operand, axis, for: "sort")
    return try sort(operand, keeping: count, isDescending)
  }

  /// The `count` greatest elements of each row (along the last dimension), from the greatest on;
  /// the least ones, from the least on, unless `isDescending`.
  ///
  /// - Throws: if `count` is no power of two up to the extent.
  public mutating func topK(
    _ operand: Operand, count: Int, axis: Int? = nil, isDescending: Bool = true
  ) throws(SemanticError) -> Operand {
    let extent = try sortedExtent(operand, axis, for: "topK")
    guard count > 0, count & (count - 1) == 0, count <= extent else {
      throw SemanticError("topK: \(count) elements, expected a power of two up to \(extent)")
    }
    return try sort(operand, keeping: count, isDescending)
  }

  /// The elements of each row, which rises and then falls or the other way round, in order.
  public mutating func bitonicMerge(
    _ operand: Operand, axis: Int? = nil, isDescending: Bool = false
  ) throws(SemanticError) -> Operand {
    let extent = try sortedExtent(operand, axis, for: "bitonicMerge")
    let cube = try hypercube(operand)
    let merged = try merge(
      cube, stages: extent.trailingZeroBitCount, order: isDescending ? .descending : .ascending)
    return try reshape(merged, to: operand.shape.extents)
  }

  /// Which way the runs of a merged hypercube are ordered.
  private enum Order { case ascending, descending, alternating }

  /// The extent of the last dimension, which `axis` must name if it names one.
  private func sortedExtent(
    _ operand: Operand, _ axis: Int?, for name: String
  ) throws(SemanticError) -> Int {
    try requireNumbers(operand, for: name)
    try requireTensor(operand, for: name)
    let rank = operand.type.rank
    guard try dimension(axis ?? -1, of: operand, for: name) == rank - 1 else {
      throw SemanticError(
        "\(name): axis is \(axis ?? -1), expected the last dimension of \(operand.typeName)")
    }
    return operand.shape[rank - 1]
  }

  private mutating func hypercube(_ operand: Operand) throws(SemanticError) -> Operand {
    let dimensions = operand.shape.count.trailingZeroBitCount
    guard dimensions > 0 else { return try ravel(operand) }
    return try reshape(operand, to: Array(repeating: 2, count: dimensions))
  }

  private mutating func sort(
    _ operand: Operand, keeping count: Int, _ isDescending: Bool
  ) throws(SemanticError) -> Operand {
    let rank = operand.type.rank
    let all = operand.shape.logarithm(of: rank - 1)
    let kept = count.trailingZeroBitCount
    let final: Order = isDescending ? .descending : .ascending
    var cube = try hypercube(operand)
    for stage in 1..<(kept + 1) {
      cube = try merge(cube, stages: stage, order: stage < all ? .alternating : final)
    }
    // Of two sorted runs side by side the better halves survive.
    for stage in (kept + 1)..<(all + 1) {
      let axis = cube.shape.count.trailingZeroBitCount - 1 - kept
      let better = try isDescending ? maximum(cube, axis: axis) : minimum(cube, axis: axis)
      cube = try merge(better, stages: kept, order: stage < all ? .alternating : final)
    }
    if cube.isScalar { cube = try expandDims(cube, axis: 0) }
    let sorted = try reshape(cube, to: operand.shape.extents.dropLast() + [count])
    guard let scalar = operand.scalar else { return sorted }
    return try convert(sorted, to: scalar, isUnsigned: operand.isUnsigned)
  }

  /// One merge: as many rounds of comparing as there are stages.
  private mutating func merge(
    _ cube: Operand, stages: Int, order: Order
  ) throws(SemanticError) -> Operand {
    guard stages > 0 else { return cube }
    let isFlipped: Operand
    switch order {
    case .ascending: isFlipped = try constant(0, .i32)
    case .descending: isFlipped = try constant(1, .i32)
    case .alternating: isFlipped = try indicator(stages, of: cube.type.rank)
    }
    var result = cube
    for distance in (0..<stages).reversed() {
      result = try compareAndSwap(result, isFlipped, distance)
    }
    return result
  }

  /// Puts each pair along the dimension `position` from the end in order.
  private mutating func compareAndSwap(
    _ cube: Operand, _ isFlipped: Operand, _ position: Int
  ) throws(SemanticError) -> Operand {
    guard let scalar = cube.scalar else { return cube }
    let rank = cube.type.rank
    let bits = try bitcast(cube, to: scalar.integerOfSameWidth)
    let swapped = try bitcast(
      swapHalves(bits, axis: rank - 1 - position), to: scalar, isUnsigned: cube.isUnsigned)
    let isRight = try indicator(position, of: rank)
    let isGreater = try convert(compare(.greater, cube, swapped), to: .i32)
    let isWrong = try compare(.notEqual, isGreater, binary(.xor, isFlipped, isRight))
    return try select(isWrong, swapped, cube)
  }

  /// 0 and 1 along the dimension `position` from the end of a hypercube of `rank` dimensions.
  private mutating func indicator(
    _ position: Int, of rank: Int
  ) throws(SemanticError) -> Operand {
    let range = try range(start: 0, end: 2)
    var extents = Array(repeating: 1, count: rank)
    extents[rank - 1 - position] = 2
    return try reshape(range, to: extents)
  }
}
