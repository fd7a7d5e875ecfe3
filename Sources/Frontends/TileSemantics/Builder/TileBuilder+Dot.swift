import IR

/// Matrix products.
extension TileBuilder {
  /// `lhs · rhs + accumulator` for matrices in the last two dimensions; those before count products.
  ///
  /// The product of `i8` is `i32`, of `f32` and `bf16` is `f32`, of `f64` is `f64`; that of `f16`
  /// and of eight-bit floats, which may differ, is `f32` or `f16` as `output` says.
  ///
  /// - Parameters:
  ///   - accumulator: has the type of the result; zero if there is none.
  ///   - precision: how `f32` elements are multiplied.
  ///   - maximumImpreciseAccumulations: after how many products of eight-bit floats the sum is
  ///     added up exactly.
  /// - Throws: if shapes or types do not fit, or the inner dimension is too short.
  public mutating func dot(
    _ lhs: Operand, _ rhs: Operand, accumulator: Operand? = nil,
    precision: InputPrecision? = nil, maximumImpreciseAccumulations: Int? = nil,
    output: ScalarType? = nil
  ) throws(SemanticError) -> Operand {
    let element = try productElement(lhs, rhs, output)
    let shape = try productShape(lhs, rhs)
    let type = Type.of(shape, .scalar(element))
    if let accumulator, accumulator.type != type {
      throw SemanticError("dot: accumulator is \(accumulator.typeName), expected \(type)")
    }
    let isFloat8 = lhs.scalar?.isFloat8 ?? false
    let depth = lhs.shape[lhs.type.rank - 1]
    if let limit = maximumImpreciseAccumulations, limit < 0 || (isFloat8 && limit > depth) {
      throw SemanticError(
        "dot: \(limit) imprecise accumulations, expected from 0 to the inner dimension \(depth)")
    }
    let isBatched = shape.rank > 3
    let operands = [lhs, rhs]
    var matrices: [Operand] = []
    for operand in operands {
      matrices.append(isBatched ? try collapsingBatches(operand) : operand)
    }
    var sum: Operand
    if let accumulator {
      sum = isBatched ? try collapsingBatches(accumulator) : accumulator
    } else {
      let zero = constant(bits: 0, type: .scalar(element))
      sum = try splat(zero, to: isBatched ? collapsed(shape) : shape)
    }
    sum = emit(
      Dot(
        lhs: matrices[0].value, rhs: matrices[1].value, accumulator: sum.value,
        precision: precision ?? options.inputPrecision,
        maximumImpreciseAccumulations: maximumImpreciseAccumulations
          ?? (isFloat8 ? options.maximumImpreciseAccumulations : 0),
        type: sum.type))
    return isBatched ? try reshape(sum, to: shape.extents) : sum
  }

  /// The element type of a product, after checking those of the factors.
  private func productElement(
    _ lhs: Operand, _ rhs: Operand, _ output: ScalarType?
  ) throws(SemanticError) -> ScalarType {
    guard let left = lhs.scalar, let right = rhs.scalar else {
      throw SemanticError("dot: has \(lhs.typeName) and \(rhs.typeName), expected tiles of numbers")
    }
    guard left == right && lhs.isUnsigned == rhs.isUnsigned || left.isFloat8 && right.isFloat8
    else {
      throw SemanticError(
        "dot: has \(lhs.typeName) and \(rhs.typeName), expected one element type")
    }
    let natural: ScalarType
    switch left {
    case .i8 where !lhs.isUnsigned: natural = .i32
    case .f32, .bf16: natural = .f32
    case .f64: natural = .f64
    case .f16, .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ:
      natural = output == .f16 ? .f16 : .f32
    case .i1, .i4, .i8, .i16, .i32, .i64:
      throw SemanticError("dot: has \(lhs.typeName), expected i8 or floats")
    }
    if let output, output != natural {
      throw SemanticError(
        "dot: the product of \(lhs.typeName) and \(rhs.typeName) is \(natural), not \(output); "
          + "convert the result")
    }
    return natural
  }

  /// The shape of a product, after checking those of the factors.
  private func productShape(_ lhs: Operand, _ rhs: Operand) throws(SemanticError) -> Shape {
    let (left, right) = (lhs.shape.extents, rhs.shape.extents)
    guard left.count == right.count, left.count >= 2 else {
      throw SemanticError(
        "dot: shapes \(left) and \(right) do not fit: expected two matrices, or equally many")
    }
    let rank = left.count
    guard left[rank - 1] == right[rank - 2] else {
      throw SemanticError(
        "dot: shapes \(left) and \(right) do not fit: inner dimensions \(left[rank - 1]) and "
          + "\(right[rank - 2])")
    }
    guard left.prefix(rank - 2) == right.prefix(rank - 2) else {
      throw SemanticError(
        "dot: shapes \(left) and \(right) do not fit: numbers of matrices "
          + "\(Array(left.prefix(rank - 2))) and \(Array(right.prefix(rank - 2)))")
    }
    let least = lhs.scalar?.bitWidth == 8 ? 32 : 16
    guard left[rank - 1] >= least else {
      throw SemanticError(
        "dot: inner dimension is \(left[rank - 1]), expected at least \(least) for "
          + lhs.elementName)
    }
    return try shape(left.dropLast() + [right[rank - 1]], for: "dot")
  }

  /// A tile of matrices with one dimension that counts them.
  private mutating func collapsingBatches(_ operand: Operand) throws(SemanticError) -> Operand {
    try reshape(operand, to: collapsed(operand.shape).extents)
  }

  /// The shape with one dimension that counts matrices.
  private func collapsed(_ shape: Shape) throws(SemanticError) -> Shape {
    let extents = shape.extents
    return try self.shape(
      [extents.dropLast(2).reduce(1, *)] + extents.suffix(2), for: "dot")
  }
}
