import IR

extension TileBuilder {
  /// The shape with `extents`, if the language has such tiles.
  func shape(_ extents: [Int], for operation: String) throws(SemanticError) -> Shape {
    for extent in extents where extent <= 0 || extent & (extent - 1) != 0 {
      throw SemanticError(
        "\(operation): extent \(extent) in shape \(extents), expected a power of two")
    }
    guard let shape = Shape(extents) else {
      throw SemanticError(
        "\(operation): shape \(extents) has \(extents.count) dimensions, "
          + "expected at most \(Shape.maximumRank)")
    }
    return try checked(shape, for: operation)
  }

  /// `shape`, if it has not too many elements.
  func checked(_ shape: Shape, for operation: String) throws(SemanticError) -> Shape {
    guard shape.count <= Shape.maximumCount else {
      throw SemanticError(
        "\(operation): a tile of shape \(shape.extents) has more than \(Shape.maximumCount) elements"
      )
    }
    return shape
  }

  /// The dimension of `operand` that `axis` names, counted from the end if negative.
  func dimension(
    _ axis: Int, of operand: Operand, for operation: String
  ) throws(SemanticError) -> Int {
    let rank = operand.type.rank
    guard axis >= -rank, axis < rank else {
      throw SemanticError(
        "\(operation): axis is \(axis), expected a dimension of \(operand.typeName)")
    }
    return axis < 0 ? axis + rank : axis
  }

  /// Fails if `operand` has no elements that one can compute with.
  func requireNumbers(_ operand: Operand, for operation: String) throws(SemanticError) {
    guard operand.scalar != nil else {
      throw SemanticError("\(operation): has \(operand.typeName), expected numbers")
    }
  }

  /// Fails if `operand` has no integers.
  func requireIntegers(_ operand: Operand, for operation: String) throws(SemanticError) {
    guard operand.type.isInteger else {
      throw SemanticError("\(operation): has \(operand.typeName), expected integers")
    }
  }

  /// Fails if `operand` is no tile.
  func requireTensor(_ operand: Operand, for operation: String) throws(SemanticError) {
    guard operand.type.isTensor else {
      throw SemanticError("\(operation): has \(operand.typeName), expected a tile")
    }
  }

  /// Fails if `operand` is neither a tile nor a scalar.
  func requireElements(_ operand: Operand, for operation: String) throws(SemanticError) {
    guard operand.type.element != nil else {
      throw SemanticError("\(operation): has \(operand.typeName), expected a tile or a scalar")
    }
  }

  /// Fails if the elements of two operands differ in type or sign.
  func requireSameElements(
    _ lhs: Operand, _ rhs: Operand, for operation: String
  ) throws(SemanticError) {
    guard lhs.type.element == rhs.type.element, lhs.isUnsigned == rhs.isUnsigned else {
      throw SemanticError(
        "\(operation): has \(lhs.typeName) and \(rhs.typeName), expected one element type; "
          + "convert one of them")
    }
  }
}
