import IR

/// Matrix products of microscaling formats.
extension TileBuilder {
  /// `lhs · rhs + accumulator`, where groups of elements share a scale.
  ///
  /// - Parameters:
  ///   - isFastMath: a scale of NaN need not give NaN.
  ///   - output: the type of the result, a float.
  /// - Throws: if an operand cannot hold its format, or shapes do not fit.
  public mutating func dotScaled(
    _ lhs: ScaledOperand, _ rhs: ScaledOperand, accumulator: Operand? = nil,
    isFastMath: Bool = false, output: ScalarType = .f32
  ) throws(SemanticError) -> Operand {
    guard output.isFloat, !output.isFloat8 else {
      throw SemanticError("dotScaled: output is \(output), expected f32 or another wide float")
    }
    let left = try unpacked(lhs, "lhs", innerDimension: 1)
    let right = try unpacked(rhs, "rhs", innerDimension: 0)
    let rank = left.count
    guard rank == right.count, left[rank - 1] == right[rank - 2],
      left.first == right.first || rank == 2
    else {
      throw SemanticError(
        "dotScaled: shapes \(left) and \(right), counted in elements, do not fit")
    }
    let shape = try shape(left.dropLast() + [right[rank - 1]], for: "dotScaled")
    let type = Type.of(shape, .scalar(output))
    if let accumulator, accumulator.type != type {
      throw SemanticError("dotScaled: accumulator is \(accumulator.typeName), expected \(type)")
    }
    try requireScale(lhs.scale, "lhs", rows: left[rank - 2], like: left)
    try requireScale(rhs.scale, "rhs", rows: right[rank - 1], like: left)
    let first = try reinterpreted(lhs)
    let second = try reinterpreted(rhs)
    var sum = accumulator
    if sum == nil { sum = try splat(constant(bits: 0, type: .scalar(output)), to: shape) }
    return emit(
      DotScaled(
        lhs: first.value, lhsScale: lhs.scale?.value, lhsFormat: lhs.format, rhs: second.value,
        rhsScale: rhs.scale?.value, rhsFormat: rhs.format, accumulator: sum?.value ?? first.value,
        isFastMath: isFastMath, isLhsPackedAlongK: lhs.isPackedAlongInner,
        isRhsPackedAlongK: rhs.isPackedAlongInner, type: type))
  }

  /// The extents of a factor counted in elements.
  private func unpacked(
    _ factor: ScaledOperand, _ side: String, innerDimension: Int
  ) throws(SemanticError) -> [Int] {
    let operand = factor.elements
    guard operand.type.rank == 2 || operand.type.rank == 3 else {
      throw SemanticError("dotScaled: \(side) is \(operand.typeName), expected matrices")
    }
    guard let scalar = operand.scalar, holds(scalar, operand.isUnsigned, factor.format) else {
      throw SemanticError(
        "dotScaled: \(side) is \(operand.typeName), which cannot hold \(factor.format.keyword)")
    }
    if !factor.isPackedAlongInner, factor.format != .e2m1 {
      throw SemanticError(
        "dotScaled: \(side) of format \(factor.format.keyword) is not packed, so it cannot be "
          + "packed along another than the inner dimension")
    }
    var extents = operand.shape.extents
    if factor.format == .e2m1 {
      let inner = extents.count - 2 + innerDimension
      let outer = extents.count - 1 - innerDimension
      extents[factor.isPackedAlongInner ? inner : outer] *= 2
    }
    return extents
  }

  private func holds(_ scalar: ScalarType, _ isUnsigned: Bool, _ format: ScaledFormat) -> Bool {
    switch format {
    case .e2m1: scalar == .i8 && isUnsigned
    case .e4m3: scalar == .f8E4M3FN || (scalar == .i8 && isUnsigned)
    case .e5m2: scalar == .f8E5M2 || (scalar == .i8 && isUnsigned)
    case .bf16: scalar == .bf16 || (scalar == .i16 && isUnsigned)
    case .fp16: scalar == .f16 || (scalar == .i16 && isUnsigned)
    case .e2m3, .e3m2: false
    }
  }

  /// A factor with the float type of its format, if there is one.
  private mutating func reinterpreted(_ factor: ScaledOperand) throws(SemanticError) -> Operand {
    switch factor.format {
    case .e4m3: try bitcast(factor.elements, to: .f8E4M3FN)
    case .e5m2: try bitcast(factor.elements, to: .f8E5M2)
    case .bf16: try bitcast(factor.elements, to: .bf16)
    case .fp16: try bitcast(factor.elements, to: .f16)
    case .e2m1, .e2m3, .e3m2: factor.elements
    }
  }

  private func requireScale(
    _ scale: Operand?, _ side: String, rows: Int, like factor: [Int]
  ) throws(SemanticError) {
    guard let scale else { return }
    let group = scale.scalar == .f8E4M3FN ? 16 : 32
    let groups = Swift.max(1, factor[factor.count - 1] / group)
    let expected = factor.dropLast(2) + [rows, groups]
    let isByte = scale.scalar == .f8E4M3FN || (scale.scalar == .i8 && scale.isUnsigned)
    guard isByte, scale.shape.extents == Array(expected) else {
      throw SemanticError(
        "dotScaled: scale of \(side) is \(scale.typeName), expected u8 or f8E4M3FN of shape "
          + "\(Array(expected))")
    }
  }
}
