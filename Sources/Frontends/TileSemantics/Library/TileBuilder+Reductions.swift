import IR

/// Reductions with well-known functions.
///
/// `axis` counts from the end if negative; without one all elements are reduced. Sums of integers
/// of fewer than 32 bits are computed in `i32` or `u32`, as are maxima in `i32`; maxima of short
/// floats are computed in `f32`, and the result has that type.
extension TileBuilder {
  /// The sum.
  ///
  /// - Parameter type: in which to compute, if not as described.
  public mutating func sum(
    _ operand: Operand, axis: Int? = nil, keepDimensions: Bool = false, type: NumberType? = nil
  ) throws(SemanticError) -> Operand {
    let source = try widenedForSum(operand, type, for: "sum")
    return try reduce(source, axis, keepDimensions, .add)
  }

  /// The greatest element.
  public mutating func maximum(
    _ operand: Operand, axis: Int? = nil, keepDimensions: Bool = false
  ) throws(SemanticError) -> Operand {
    let source = try widenedForExtreme(operand, for: "maximum")
    return try reduce(source, axis, keepDimensions, .maximum(.none))
  }

  /// The least element.
  public mutating func minimum(
    _ operand: Operand, axis: Int? = nil, keepDimensions: Bool = false
  ) throws(SemanticError) -> Operand {
    let source = try widenedForExtreme(operand, for: "minimum")
    return try reduce(source, axis, keepDimensions, .minimum(.none))
  }

  /// All integers combined by exclusive or.
  public mutating func xorSum(
    _ operand: Operand, axis: Int? = nil, keepDimensions: Bool = false
  ) throws(SemanticError) -> Operand {
    try requireIntegers(operand, for: "xorSum")
    return try reduce(operand, axis, keepDimensions, .xor)
  }

  /// All integers combined by or.
  public mutating func reduceOr(
    _ operand: Operand, axis: Int? = nil, keepDimensions: Bool = false
  ) throws(SemanticError) -> Operand {
    try requireIntegers(operand, for: "reduceOr")
    return try reduce(operand, axis, keepDimensions, .or)
  }

  /// The greatest element and its index, `i32`, along `axis`.
  ///
  /// - Parameter breaksTiesLeft: of several greatest elements the first one is named.
  public mutating func maximumWithIndex(
    _ operand: Operand, axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) throws(SemanticError) -> (value: Operand, index: Operand) {
    try extreme(.greater, operand, axis, keepDimensions, breaksTiesLeft, for: "maximumWithIndex")
  }

  /// The least element and its index, `i32`, along `axis`.
  ///
  /// - Parameter breaksTiesLeft: of several least elements the first one is named.
  public mutating func minimumWithIndex(
    _ operand: Operand, axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) throws(SemanticError) -> (value: Operand, index: Operand) {
    try extreme(.less, operand, axis, keepDimensions, breaksTiesLeft, for: "minimumWithIndex")
  }

  /// The index of the greatest element along `axis`, `i32`.
  public mutating func argmax(
    _ operand: Operand, axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) throws(SemanticError) -> Operand {
    try extreme(.greater, operand, axis, keepDimensions, breaksTiesLeft, for: "argmax").index
  }

  /// The index of the least element along `axis`, `i32`.
  public mutating func argmin(
    _ operand: Operand, axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) throws(SemanticError) -> Operand {
    try extreme(.less, operand, axis, keepDimensions, breaksTiesLeft, for: "argmin").index
  }

  /// The reduction of one tile by an operator.
  private mutating func reduce(
    _ source: Operand, _ axis: Int?, _ keepDimensions: Bool, _ op: BinaryOperator
  ) throws(SemanticError) -> Operand {
    try reduce([source], axis: axis, keepDimensions: keepDimensions) {
      (builder, lhs, rhs) throws(SemanticError) in
      [try builder.binary(op, lhs[0], rhs[0])]
    }[0]
  }

  /// `operand` in the type in which its elements are summed.
  mutating func widenedForSum(
    _ operand: Operand, _ type: NumberType?, for name: String
  ) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: name)
    if let type { return try convert(operand, to: type.type, isUnsigned: type.isUnsigned) }
    guard operand.type.isInteger, let width = operand.scalar?.bitWidth, width < 32 else {
      return operand
    }
    return try convert(operand, to: .i32, isUnsigned: operand.isUnsigned)
  }

  /// `operand` in the type in which its extreme elements are found.
  private mutating func widenedForExtreme(
    _ operand: Operand, for name: String
  ) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: name)
    guard let width = operand.scalar?.bitWidth, width < 32 else { return operand }
    return try convert(operand, to: operand.type.isFloat ? .f32 : .i32)
  }

  private mutating func extreme(
    _ comparison: ComparisonOperator, _ operand: Operand, _ axis: Int, _ keepDimensions: Bool,
    _ breaksTiesLeft: Bool, for name: String
  ) throws(SemanticError) -> (value: Operand, index: Operand) {
    try requireNumbers(operand, for: name)
    try requireTensor(operand, for: name)
    let source = try promotingBFloat16(operand)
    let dimension = try dimension(axis, of: source, for: name)
    var index = try range(start: 0, end: source.shape[dimension])
    for other in 0..<source.type.rank where other != dimension {
      index = try expandDims(index, axis: other)
    }
    index = try broadcast(index, to: source.shape, name)
    let reduced = try reduce(
      [source, index], axis: dimension, keepDimensions: keepDimensions
    ) { (builder, lhs, rhs) throws(SemanticError) in
      var isFirst: Operand
      if breaksTiesLeft {
        let isTie = try builder.compare(.equal, lhs[0], rhs[0])
        let isLeft = try builder.compare(.less, lhs[1], rhs[1])
        let tie = try builder.binary(.and, isTie, isLeft)
        isFirst = try builder.compare(comparison, lhs[0], rhs[0])
        isFirst = try builder.binary(.or, isFirst, tie)
      } else {
        isFirst = try builder.compare(comparison, lhs[0], rhs[0])
      }
      return [
        try builder.select(isFirst, lhs[0], rhs[0]), try builder.select(isFirst, lhs[1], rhs[1]),
      ]
    }
    return (reduced[0], reduced[1])
  }
}
