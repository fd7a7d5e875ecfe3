import IR

/// A factor of a `tt.dot_scaled`.
struct ScaledFactor {
  /// The elements as they are stored.
  let value: ValueID
  /// One scale for each group along the inner dimension, which is the last of the scales.
  let scale: ValueID?
  /// What the elements are.
  let format: ScaledFormat
  /// The dimension along which a byte holds two elements, if it does.
  let packedDimension: Int
  /// The dimension along which products are added up.
  let depthDimension: Int

  /// Whether each element times its scale is a number of `bf16`, as far as its exponent allows.
  func fitsBFloat16(in module: borrowing Module) -> Bool {
    switch format {
    case .fp16: false
    // Scales with an exponent only keep the digits of an element.
    case .bf16: scale.map { !module.type(of: $0).isFloat } ?? true
    case .e4m3, .e5m2, .e2m3, .e3m2, .e2m1: true
    }
  }

  /// The elements times their scales, as `f32`.
  func scaled(before op: OpID, in module: inout Module) -> ValueID {
    let elements = elements(before: op, in: &module)
    guard let scale else { return elements }
    let factors = repeated(
      scaleNumbers(scale, before: op, in: &module), like: module.type(of: elements), before: op,
      in: &module)
    return module.insertBinary(.mulf, elements, factors, before: op)
  }
}

// MARK: - Elements

extension ScaledFactor {
  private func elements(before op: OpID, in module: inout Module) -> ValueID {
    let type = module.type(of: value)
    switch format {
    case .e4m3: return widened(.f8E4M3FN, before: op, in: &module)
    case .e5m2: return widened(.f8E5M2, before: op, in: &module)
    case .bf16: return widened(.bf16, before: op, in: &module)
    case .fp16: return widened(.f16, before: op, in: &module)
    case .e2m3, .e3m2:
      let bits = module.insertValue(
        OpDraft(.extui, operands: [value], results: [type.with(element: .i32)]), before: op)
      return decoded(bits, before: op, in: &module)
    case .e2m1: return decoded(unpacked(before: op, in: &module), before: op, in: &module)
    }
  }

  /// Elements of `scalar`, which may be stored as integers, as `f32`.
  private func widened(
    _ scalar: ScalarType, before op: OpID, in module: inout Module
  ) -> ValueID {
    let type = module.type(of: value)
    var elements = value
    if type.scalar != scalar {
      elements = module.insertValue(
        OpDraft(.bitcast, operands: [value], results: [type.with(element: scalar)]), before: op)
    }
    let wide = type.with(element: .f32)
    return module.insertValue(
      scalar.bitWidth == 8
        ? ConvertFloat(source: elements, rounding: nil, type: wide).draft
        : OpDraft(.extf, operands: [elements], results: [wide]), before: op)
  }

  /// The two elements of each byte, side by side along the packed dimension, as `i32`.
  private func unpacked(before op: OpID, in module: inout Module) -> ValueID {
    let type = module.type(of: value).with(element: .i32)
    let bytes = module.insertValue(
      OpDraft(.extui, operands: [value], results: [type]), before: op)
    // The first of two elements lies in the low half of the byte.
    let low = module.insertBinary(
      .andi, bytes, module.insertNumber(15, type, before: op), before: op)
    let high = module.insertBinary(
      .shrui, bytes, module.insertNumber(4, type, before: op), before: op)
    let shape = type.shape
    guard let joined = shape.inserting(2, at: shape.rank),
      let pairs = shape.inserting(2, at: packedDimension + 1),
      let target = shape.replacing(packedDimension, with: 2 * shape[packedDimension])
    else { preconditionFailure("a tile holds two elements for each byte") }
    var result = module.insertValue(
      Join(lhs: low, rhs: high, type: type.with(shape: joined)).draft, before: op)
    if packedDimension + 1 < shape.rank {
      var order = Array(0..<shape.rank)
      order.insert(shape.rank, at: packedDimension + 1)
      result = module.insertValue(
        Transpose(source: result, order: order, type: type.with(shape: pairs)).draft, before: op)
    }
    return module.reshaped(result, to: type.with(shape: target), before: op)
  }

  /// Elements of less than 8 bits, given by their bits as `i32`, as `f32`.
  private func decoded(
    _ bits: ValueID, before op: OpID, in module: inout Module
  ) -> ValueID {
    // Bits of an element, and the exponent of the factor that its bias makes: those of sign and
    // magnitude are moved to where `f32` has them, which makes numbers that are too small by 2 to the
    // power of the difference of the biases.
    let (digits, width, bias) =
      switch format {
      case .e2m3: (3, 6, 1)
      case .e3m2: (2, 6, 3)
      default: (1, 4, 1)
      }
    let type = module.type(of: bits)
    let magnitude = module.insertBinary(
      .andi, bits, module.insertNumber(1 << (width - 1) - 1, type, before: op), before: op)
    let moved = module.insertBinary(
      .shli, magnitude, module.insertNumber(23 - digits, type, before: op), before: op)
    let signBit = module.insertBinary(
      .andi, bits, module.insertNumber(1 << (width - 1), type, before: op), before: op)
    let sign = module.insertBinary(
      .shli, signBit, module.insertNumber(32 - width, type, before: op), before: op)
    let word = module.insertBinary(.ori, moved, sign, before: op)
    let wide = type.with(element: .f32)
    let small = module.insertValue(
      OpDraft(.bitcast, operands: [word], results: [wide]), before: op)
    let factor = Float(sign: .plus, exponent: 127 - bias, significand: 1)
    let factors = module.insertValue(
      Constant(bits: UInt64(factor.bitPattern), type: wide).draft, before: op)
    return module.insertBinary(.mulf, small, factors, before: op)
  }
}

// MARK: - Scales

extension ScaledFactor {
  /// The scales as `f32`.
  private func scaleNumbers(
    _ scale: ValueID, before op: OpID, in module: inout Module
  ) -> ValueID {
    let type = module.type(of: scale)
    let wide = type.with(element: .f32)
    if type.isFloat {
      return module.insertValue(
        ConvertFloat(source: scale, rounding: nil, type: wide).draft, before: op)
    }
    // The bits are those of an exponent: 2 to the power of the number less 127, and NaN for 255.
    let integers = type.with(element: .i32)
    let bits = module.insertValue(
      OpDraft(.extui, operands: [scale], results: [integers]), before: op)
    let moved = module.insertBinary(
      .shli, bits, module.insertNumber(23, integers, before: op), before: op)
    // Where the exponent of `f32` is 0, the power of two is in its digits.
    var word = select(bits, equals: 0, then: 1 << 22, else: moved, before: op, in: &module)
    word = select(bits, equals: 255, then: 0x7FC0_0000, else: word, before: op, in: &module)
    return module.insertValue(
      OpDraft(.bitcast, operands: [word], results: [wide]), before: op)
  }

  private func select(
    _ bits: ValueID, equals number: Int, then replacement: Int, else other: ValueID,
    before op: OpID, in module: inout Module
  ) -> ValueID {
    let type = module.type(of: bits)
    let condition = module.insertValue(
      CompareInteger(
        .eq, lhs: bits, rhs: module.insertNumber(number, type, before: op),
        type: type.with(element: .i1)
      ).draft, before: op)
    let value = module.insertNumber(replacement, type, before: op)
    return module.insertValue(
      Select(condition: condition, whenTrue: value, whenFalse: other, type: type).draft,
      before: op)
  }

  /// The scales, each repeated for its group, as a tile of the type of the elements.
  private func repeated(
    _ scales: ValueID, like elements: Type, before op: OpID, in module: inout Module
  ) -> ValueID {
    let type = module.type(of: scales)
    let rank = type.rank
    let group = elements.shape[depthDimension] / type.shape[rank - 1]
    guard let single = type.shape.inserting(1, at: rank),
      let groups = single.replacing(rank, with: group),
      let rows = type.shape.replacing(rank - 1, with: elements.shape[depthDimension])
    else { preconditionFailure("a tile has a scale for each group") }
    let column = module.insertValue(
      ExpandDims(source: scales, axis: rank, type: type.with(shape: single)).draft, before: op)
    let spread = module.insertValue(
      Broadcast(source: column, type: type.with(shape: groups)).draft, before: op)
    let result = module.reshaped(spread, to: type.with(shape: rows), before: op)
    if depthDimension == rank - 1 { return result }
    var order = Array(0..<rank)
    order.swapAt(rank - 2, rank - 1)
    return module.insertValue(
      Transpose(source: result, order: order, type: elements).draft, before: op)
  }
}
