import IR

/// Changing the type of elements.
extension TileBuilder {
  /// `operand` with elements of the number type `target`.
  ///
  /// Integers become truth values by comparison with zero; floats become integers towards zero;
  /// truth values become 0 or 1. Eight-bit floats and conversions with a rounding of their own are
  /// `tt.fp_to_fp`; `f16` and `bf16` go by `f32` to everything else. Pointers become `i64`.
  ///
  /// - Parameter rounding: how a float is made narrower; nothing else takes one.
  public mutating func convert(
    _ operand: Operand, to target: ScalarType, isUnsigned: Bool = false,
    rounding: RoundingMode? = nil
  ) throws(SemanticError) -> Operand {
    let name = target.name(isUnsigned: isUnsigned)
    if operand.type.isPointer { return try pointerToInteger(operand, target, name) }
    guard let source = operand.scalar else {
      throw SemanticError("convert: cannot convert \(operand.typeName) to \(name)")
    }
    let isNarrowing =
      source.isFloat && target.isFloat && target.bitWidth < source.bitWidth
    if rounding != nil, !isNarrowing {
      throw SemanticError(
        "convert: \(operand.typeName) to \(name) takes no rounding, only a narrower float does")
    }
    let type = operand.type.with(element: target)
    if source == target {
      return Operand(operand.value, operand.type, isUnsigned: isUnsigned)
    }
    switch (source.isFloat, target.isFloat) {
    case (true, true): return try convertFloat(operand, to: target, rounding ?? .nearestEven)
    case (false, false):
      if target == .i1 { return try isNotZero(operand) }
      if target.bitWidth < source.bitWidth {
        return emit(.trunci, [operand], type: type, isUnsigned: isUnsigned)
      }
      return emit(
        operand.isUnsigned ? .extui : .extsi, [operand], type: type, isUnsigned: isUnsigned)
    case (true, false):
      if source.bitWidth < 32 {
        let wide = try convert(operand, to: .f32)
        return try convert(wide, to: target, isUnsigned: isUnsigned)
      }
      if target == .i1 { return try isNotZero(operand) }
      return emit(
        isUnsigned ? .fptoui : .fptosi, [operand], type: type, isUnsigned: isUnsigned)
    case (false, true):
      if target.isFloat8 { return try convert(try convert(operand, to: .f32), to: target) }
      return emit(operand.isUnsigned ? .uitofp : .sitofp, [operand], type: type)
    }
  }

  /// `operand` with elements of the pointer type `target`: integers of 64 bits as addresses, or
  /// pointers that lead to something else.
  public mutating func convert(
    _ operand: Operand, to target: PointerType, isUnsigned: Bool = false
  ) throws(SemanticError) -> Operand {
    let type = operand.type.with(element: ElementType.pointer(target))
    if operand.type.isPointer {
      if type == operand.type { return Operand(operand.value, type, isUnsigned: isUnsigned) }
      return emit(.bitcast, [operand], type: type, isUnsigned: isUnsigned)
    }
    guard operand.scalar == .i64 else {
      throw SemanticError(
        "convert: cannot convert \(operand.typeName) to \(target), expected i64 addresses")
    }
    return emit(.intToPtr, [operand], type: type, isUnsigned: isUnsigned)
  }

  /// The bits of `operand` read as elements of `target`, which has as many.
  public mutating func bitcast(
    _ operand: Operand, to target: ScalarType, isUnsigned: Bool = false
  ) throws(SemanticError) -> Operand {
    if operand.type.isPointer { return try convert(operand, to: target, isUnsigned: isUnsigned) }
    guard let source = operand.scalar, source.bitWidth == target.bitWidth else {
      throw SemanticError(
        "bitcast: cannot read \(operand.typeName) as \(target.name(isUnsigned: isUnsigned)), "
          + "expected elements of \(target.bitWidth) bits")
    }
    let type = operand.type.with(element: target)
    if source == target { return Operand(operand.value, type, isUnsigned: isUnsigned) }
    return emit(.bitcast, [operand], type: type, isUnsigned: isUnsigned)
  }

  /// `operand` with elements of type `target`.
  mutating func convert(
    _ operand: Operand, to target: ElementType, isUnsigned: Bool
  ) throws(SemanticError) -> Operand {
    switch target {
    case .scalar(let scalar): try convert(operand, to: scalar, isUnsigned: isUnsigned)
    case .pointer(let pointer): try convert(operand, to: pointer, isUnsigned: isUnsigned)
    }
  }

  /// Whether each element differs from zero.
  private mutating func isNotZero(_ operand: Operand) throws(SemanticError) -> Operand {
    let zero = constant(bits: 0, type: operand.type.scalarized, isUnsigned: operand.isUnsigned)
    return try compare(.notEqual, operand, zero)
  }

  private mutating func convertFloat(
    _ operand: Operand, to target: ScalarType, _ rounding: RoundingMode
  ) throws(SemanticError) -> Operand {
    let source = operand.scalar ?? target
    let type = operand.type.with(element: target)
    let isNarrowing = target.bitWidth < source.bitWidth
    if source.isFloat8 || target.isFloat8 || (isNarrowing && rounding != .nearestEven) {
      return emit(
        ConvertFloat(
          source: operand.value, rounding: isNarrowing ? rounding : nil, type: type))
    }
    // No instruction converts between the short formats, or from one of them to f64.
    if source.bitWidth == 16, target != .f32 {
      return try convertFloat(
        try convertFloat(operand, to: .f32, .nearestEven), to: target, .nearestEven)
    }
    return emit(isNarrowing ? .truncf : .extf, [operand], type: type)
  }

  private mutating func pointerToInteger(
    _ operand: Operand, _ target: ScalarType, _ name: String
  ) throws(SemanticError) -> Operand {
    guard target == .i64 || target == .i1 else {
      throw SemanticError("convert: cannot convert \(operand.typeName) to \(name), expected i64")
    }
    let address = emit(
      .ptrToInt, [operand], type: operand.type.with(element: .i64), isUnsigned: false)
    return target == .i1 ? try isNotZero(address) : address
  }
}
