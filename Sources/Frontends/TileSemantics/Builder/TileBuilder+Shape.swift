import IR

/// The same elements under another shape.
extension TileBuilder {
  /// A dimension of extent 1 put in before dimension `axis` of the result.
  ///
  /// A negative axis counts from the end of the result.
  public mutating func expandDims(_ operand: Operand, axis: Int) throws(SemanticError) -> Operand {
    try requireElements(operand, for: "expandDims")
    let rank = operand.type.rank + 1
    guard axis >= -rank, axis < rank else {
      throw SemanticError(
        "expandDims: axis is \(axis), expected one from \(-rank) to \(rank - 1) for "
          + operand.typeName)
    }
    let position = axis < 0 ? axis + rank : axis
    guard let shape = operand.shape.inserting(1, at: position) else {
      throw SemanticError(
        "expandDims: \(operand.typeName) has \(Shape.maximumRank) dimensions already")
    }
    if operand.isScalar { return try splat(operand, to: shape) }
    return emit(
      ExpandDims(
        source: operand.value, axis: position, type: operand.type.with(shape: shape)),
      isUnsigned: operand.isUnsigned)
  }

  /// The elements in row-major order under another shape.
  ///
  /// - Parameter allowsReorder: any order of the elements is right.
  public mutating func reshape(
    _ operand: Operand, to extents: [Int], allowsReorder: Bool = false
  ) throws(SemanticError) -> Operand {
    try requireElements(operand, for: "reshape")
    let shape = try shape(extents, for: "reshape")
    guard shape.count == operand.shape.count else {
      throw SemanticError(
        "reshape: cannot give \(operand.typeName) the shape \(extents): "
          + "\(operand.shape.count) elements are not \(shape.count)")
    }
    if operand.isScalar { return try splat(operand, to: shape) }
    if shape.rank == 0 { return try item(operand) }
    if shape == operand.shape { return operand }
    return emit(
      Reshape(
        source: operand.value, allowsReorder: allowsReorder, type: operand.type.with(shape: shape)),
      isUnsigned: operand.isUnsigned)
  }

  /// All elements in one dimension.
  public mutating func ravel(
    _ operand: Operand, allowsReorder: Bool = false
  ) throws(SemanticError) -> Operand {
    try reshape(operand, to: [operand.shape.count], allowsReorder: allowsReorder)
  }

  /// Dimension `i` of the result is dimension `order[i]` of the operand; negative ones count from
  /// the end.
  public mutating func permute(
    _ operand: Operand, order: [Int]
  ) throws(SemanticError) -> Operand {
    try requireTensor(operand, for: "permute")
    let rank = operand.type.rank
    let dimensions = order.map { $0 < 0 ? $0 + rank : $0 }
    guard dimensions.sorted() == Array(0..<rank),
      let shape = Shape(dimensions.map { operand.shape[$0] })
    else {
      throw SemanticError(
        "permute: order \(order) is no permutation of the dimensions of \(operand.typeName)")
    }
    return emit(
      Transpose(
        source: operand.value, order: dimensions, type: operand.type.with(shape: shape)),
      isUnsigned: operand.isUnsigned)
  }

  /// The tile with its last two dimensions exchanged.
  public mutating func transpose(_ operand: Operand) throws(SemanticError) -> Operand {
    let rank = operand.type.rank
    guard rank >= 2 else {
      throw SemanticError(
        "transpose: has \(operand.typeName), expected a tile of at least two dimensions")
    }
    return try permute(operand, order: Array(0..<rank - 2) + [rank - 1, rank - 2])
  }

  /// Two tiles side by side along a new last dimension of extent 2.
  public mutating func join(_ lhs: Operand, _ rhs: Operand) throws(SemanticError) -> Operand {
    try requireSameElements(lhs, rhs, for: "join")
    var (first, second) = try broadcast(lhs, rhs, for: "join")
    let isScalar = first.isScalar
    if isScalar {
      first = try expandDims(first, axis: 0)
      second = try expandDims(second, axis: 0)
    }
    let shape = try shape(first.shape.extents + [2], for: "join")
    let joined = emit(
      Join(lhs: first.value, rhs: second.value, type: first.type.with(shape: shape)),
      isUnsigned: first.isUnsigned)
    return isScalar ? try reshape(joined, to: [2]) : joined
  }

  /// The two halves of a tile along its last dimension, which has extent 2; scalars if it has no
  /// other dimension.
  public mutating func split(
    _ operand: Operand
  ) throws(SemanticError) -> (left: Operand, right: Operand) {
    let rank = operand.type.rank
    guard rank >= 1, operand.shape[rank - 1] == 2 else {
      throw SemanticError(
        "split: has \(operand.typeName), expected a tile whose last dimension has extent 2")
    }
    let source = rank == 1 ? try expandDims(operand, axis: 0) : operand
    let type = source.type.with(shape: source.shape.removing(source.type.rank - 1))
    let op = insert(Split(source: source.value, type: type))
    let halves = results(of: op, like: [operand, operand])
    guard rank == 1 else { return (halves[0], halves[1]) }
    return (try item(halves[0]), try item(halves[1]))
  }

  /// The elements of two tiles in turn along the last dimension.
  public mutating func interleave(_ lhs: Operand, _ rhs: Operand) throws(SemanticError) -> Operand {
    let joined = try join(lhs, rhs)
    let extents = joined.shape.extents
    guard extents.count > 1 else { return joined }
    return try reshape(joined, to: extents.dropLast(2) + [2 * extents[extents.count - 2]])
  }

  /// The elements of a one-dimensional tile and behind them those of another.
  public mutating func concatenate(
    _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> Operand {
    try requireSameElements(lhs, rhs, for: "concatenate")
    guard lhs.type.rank == 1, lhs.type == rhs.type else {
      throw SemanticError(
        "concatenate: has \(lhs.typeName) and \(rhs.typeName), "
          + "expected two one-dimensional tiles of one size")
    }
    let joined = try permute(join(lhs, rhs), order: [1, 0])
    return try reshape(joined, to: [2 * lhs.shape[0]])
  }

  /// The only element of a tile.
  public mutating func item(_ operand: Operand) throws(SemanticError) -> Operand {
    if operand.isScalar { return operand }
    guard operand.type.isTensor, operand.shape.count == 1 else {
      throw SemanticError("item: has \(operand.typeName), expected a tile of one element")
    }
    return emit(
      Unsplat(source: operand.value, type: operand.type.scalarized), isUnsigned: operand.isUnsigned)
  }
}
