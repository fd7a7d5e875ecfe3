import IR

/// Running combinations along a dimension, and the whole-tile operations beside them.
extension TileBuilder {
  /// The sum of all elements up to each one; from each one on if `isReverse`.
  ///
  /// Integers of fewer than 32 bits are summed in `i32` or `u32`, `bf16` in `f32`.
  ///
  /// - Parameter type: in which to compute, if not as described.
  public mutating func cumulativeSum(
    _ operand: Operand, axis: Int = 0, isReverse: Bool = false, type: NumberType? = nil
  ) throws(SemanticError) -> Operand {
    let source = try widenedForSum(promotingBFloat16(operand), type, for: "cumulativeSum")
    return try scan(source, axis, isReverse, .add)
  }

  /// The product of all elements up to each one; from each one on if `isReverse`. That of `bf16` is
  /// computed in `f32`.
  public mutating func cumulativeProduct(
    _ operand: Operand, axis: Int = 0, isReverse: Bool = false
  ) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: "cumulativeProduct")
    return try scan(promotingBFloat16(operand), axis, isReverse, .multiply)
  }

  private mutating func scan(
    _ source: Operand, _ axis: Int, _ isReverse: Bool, _ op: BinaryOperator
  ) throws(SemanticError) -> Operand {
    try scan([source], axis: axis, isReverse: isReverse) {
      (builder, lhs, rhs) throws(SemanticError) in
      [try builder.binary(op, lhs[0], rhs[0])]
    }[0]
  }

  /// How often each integer from 0 up to `bins` occurs among the elements, as `i32`.
  ///
  /// - Parameter mask: which elements count; broadcast.
  /// - Throws: if the elements are no integers in one dimension, or `bins` is no power of two.
  public mutating func histogram(
    _ operand: Operand, bins: Int, mask: Operand? = nil
  ) throws(SemanticError) -> Operand {
    guard operand.type.rank == 1, operand.type.isInteger else {
      throw SemanticError(
        "histogram: has \(operand.typeName), expected integers in one dimension")
    }
    let shape = try shape([bins], for: "histogram")
    var counted: Operand?
    if let mask {
      try requireMask(mask, for: "histogram")
      counted = try broadcast(mask, to: operand.shape, "histogram")
    }
    return emit(
      Histogram(
        source: operand.value, mask: counted?.value, type: .of(shape, .scalar(.i32))))
  }

  /// The elements of `source` that `indices` names along `axis`, at the same place otherwise.
  ///
  /// - Throws: if the extents differ in another dimension.
  public mutating func gather(
    _ source: Operand, indices: Operand, axis: Int
  ) throws(SemanticError) -> Operand {
    try requireTensor(source, for: "gather")
    guard indices.type.isTensor, indices.type.isInteger, indices.type.rank == source.type.rank
    else {
      throw SemanticError(
        "gather: indices are \(indices.typeName), expected integers in \(source.type.rank) "
          + "dimensions")
    }
    let dimension = try dimension(axis, of: source, for: "gather")
    for other in 0..<source.type.rank
    where other != dimension && source.shape[other] != indices.shape[other] {
      throw SemanticError(
        "gather: shapes \(source.shape.extents) and \(indices.shape.extents) differ in dimension "
          + "\(other), expected only in \(dimension)")
    }
    return emit(
      Gather(
        source: source.value, indices: indices.value, axis: dimension,
        type: source.type.with(shape: indices.shape)),
      isUnsigned: source.isUnsigned)
  }
}
