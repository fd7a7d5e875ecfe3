import IR

/// Making shapes equal.
///
/// Shapes are aligned at their last dimensions: the shorter one gets dimensions of extent 1 in
/// front; then a dimension of extent 1 is repeated as the other operand asks. A scalar becomes a
/// tile of the other's shape.
extension TileBuilder {
  /// Both operands with one shape.
  ///
  /// - Throws: if a dimension differs and is 1 in neither.
  public mutating func broadcast(
    _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> (Operand, Operand) {
    try broadcast(lhs, rhs, for: "broadcast")
  }

  /// Both operands with one shape, for an operation that errors name.
  mutating func broadcast(
    _ lhs: Operand, _ rhs: Operand, for operation: String
  ) throws(SemanticError) -> (Operand, Operand) {
    try requireElements(lhs, for: operation)
    try requireElements(rhs, for: operation)
    if lhs.shape == rhs.shape { return (lhs, rhs) }
    if lhs.isScalar { return (try splat(lhs, to: rhs.shape), rhs) }
    if rhs.isScalar { return (lhs, try splat(rhs, to: lhs.shape)) }
    guard let shape = commonShape(of: lhs.shape, rhs.shape) else {
      throw SemanticError(
        "\(operation): shapes \(lhs.shape.extents) and \(rhs.shape.extents) do not fit: "
          + "extents must be equal or 1")
    }
    _ = try checked(shape, for: operation)
    return (try stretch(lhs, to: shape), try stretch(rhs, to: shape))
  }

  /// All operands with one shape.
  mutating func broadcast(
    all operands: [Operand], for operation: String
  ) throws(SemanticError) -> [Operand] {
    var shape = Shape.scalar
    for operand in operands {
      try requireElements(operand, for: operation)
      guard let common = commonShape(of: shape, operand.shape) else {
        throw SemanticError(
          "\(operation): shapes \(shape.extents) and \(operand.shape.extents) do not fit: "
            + "extents must be equal or 1")
      }
      shape = try checked(common, for: operation)
    }
    var result: [Operand] = []
    for operand in operands { result.append(try broadcast(operand, to: shape, operation)) }
    return result
  }

  /// `operand` with the shape `extents`.
  ///
  /// - Throws: if a dimension differs and is not 1.
  public mutating func broadcast(
    _ operand: Operand, to extents: [Int]
  ) throws(SemanticError) -> Operand {
    try broadcast(operand, to: shape(extents, for: "broadcast"), "broadcast")
  }

  /// `operand` with `shape`, for an operation that errors name.
  mutating func broadcast(
    _ operand: Operand, to shape: Shape, _ operation: String
  ) throws(SemanticError) -> Operand {
    try requireElements(operand, for: operation)
    if operand.shape == shape { return operand }
    if operand.isScalar { return try splat(operand, to: shape) }
    guard commonShape(of: operand.shape, shape) == shape else {
      throw SemanticError(
        "\(operation): cannot broadcast \(operand.typeName) to shape \(shape.extents)")
    }
    return try stretch(operand, to: shape)
  }

  /// A tile of shape `extents` whose elements all equal a scalar.
  public mutating func splat(
    _ scalar: Operand, shape extents: [Int]
  ) throws(SemanticError) -> Operand {
    try splat(scalar, to: shape(extents, for: "splat"))
  }

  /// A tile of `shape` whose elements all equal a scalar.
  mutating func splat(_ scalar: Operand, to shape: Shape) throws(SemanticError) -> Operand {
    guard case .element(let element) = scalar.type else {
      throw SemanticError("splat: has \(scalar.typeName), expected a scalar")
    }
    if shape.rank == 0 { return scalar }
    return emit(
      Splat(source: scalar.value, type: .of(shape, element)), isUnsigned: scalar.isUnsigned)
  }

  /// The shape that both can be broadcast to.
  private func commonShape(of lhs: Shape, _ rhs: Shape) -> Shape? {
    let rank = max(lhs.rank, rhs.rank)
    let padded = { (shape: Shape) in Array(repeating: 1, count: rank - shape.rank) + shape.extents }
    var extents: [Int] = []
    for (left, right) in zip(padded(lhs), padded(rhs)) {
      guard left == right || left == 1 || right == 1 else { return nil }
      extents.append(max(left, right))
    }
    return Shape(extents)
  }

  /// A tile with dimensions put in front and repeated.
  private mutating func stretch(
    _ operand: Operand, to shape: Shape
  ) throws(SemanticError) -> Operand {
    var result = operand
    while result.type.rank < shape.rank { result = try expandDims(result, axis: 0) }
    if result.shape == shape { return result }
    return emit(
      Broadcast(source: result.value, type: result.type.with(shape: shape)),
      isUnsigned: operand.isUnsigned)
  }
}
