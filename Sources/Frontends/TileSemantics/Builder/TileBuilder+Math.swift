import IR

/// Functions of one number, and the few of two or three that are no operators.
extension TileBuilder {
  /// `-operand`, computed as zero minus the operand.
  public mutating func negate(_ operand: Operand) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: "negate")
    let zero = constant(
      bits: 0, type: operand.type.scalarized, isUnsigned: operand.isUnsigned)
    return try binary(.subtract, zero, operand)
  }

  /// Every bit inverted; of truth values, the opposite.
  public mutating func not(_ operand: Operand) throws(SemanticError) -> Operand {
    try requireIntegers(operand, for: "not")
    let ones = constant(
      bits: .max, type: operand.type.scalarized, isUnsigned: operand.isUnsigned)
    return try binary(.xor, operand, ones)
  }

  /// The magnitude.
  public mutating func absolute(_ operand: Operand) throws(SemanticError) -> Operand {
    try requireNumbers(operand, for: "absolute")
    if operand.type.isFloat { return emit(.absf, [operand]) }
    return operand.isUnsigned ? operand : emit(.absi, [operand])
  }

  /// `function` of each element.
  ///
  /// - Throws: if the elements are not `f32` or `f64`.
  public mutating func math(
    _ function: MathFunction, _ operand: Operand
  ) throws(SemanticError) -> Operand {
    guard operand.scalar == .f32 || operand.scalar == .f64 else {
      throw SemanticError("\(function.rawValue): has \(operand.typeName), expected f32 or f64")
    }
    return emit(function.opcode, [operand])
  }

  /// `lhs * rhs + addend`, rounded once.
  public mutating func fusedMultiplyAdd(
    _ lhs: Operand, _ rhs: Operand, _ addend: Operand
  ) throws(SemanticError) -> Operand {
    for operand in [lhs, rhs, addend] {
      guard operand.type.isFloat else {
        throw SemanticError("fusedMultiplyAdd: has \(operand.typeName), expected floats")
      }
      try requireSameElements(lhs, operand, for: "fusedMultiplyAdd")
    }
    let operands = try broadcast(all: [lhs, rhs, addend], for: "fusedMultiplyAdd")
    return emit(.fma, operands)
  }

  /// The upper half of the product of two unsigned integers of 32 or 64 bits.
  ///
  /// Integers with sign are read as if they had none.
  public mutating func mulhi(_ lhs: Operand, _ rhs: Operand) throws(SemanticError) -> Operand {
    guard lhs.scalar == .i32 || lhs.scalar == .i64 else {
      throw SemanticError("mulhi: has \(lhs.typeName), expected integers of 32 or 64 bits")
    }
    try requireSameElements(lhs, rhs, for: "mulhi")
    let (first, second) = try broadcast(lhs, rhs, for: "mulhi")
    return emit(.mulhiui, [first, second])
  }

  /// `lhs / rhs` of `f32`, rounded to the nearest.
  public mutating func divideRounded(
    _ lhs: Operand, _ rhs: Operand
  ) throws(SemanticError) -> Operand {
    for operand in [lhs, rhs] where operand.scalar != .f32 {
      throw SemanticError("divideRounded: has \(operand.typeName), expected f32")
    }
    let (first, second) = try broadcast(lhs, rhs, for: "divideRounded")
    return emit(.preciseDivf, [first, second])
  }

  /// The square root of `f32`, rounded to the nearest.
  public mutating func sqrtRounded(_ operand: Operand) throws(SemanticError) -> Operand {
    guard operand.scalar == .f32 else {
      throw SemanticError("sqrtRounded: has \(operand.typeName), expected f32")
    }
    return emit(.preciseSqrt, [operand])
  }

  /// The function `symbol` of a device library, such as `__nv_tanhf`, of each element.
  ///
  /// - Throws: if the arguments do not fit together.
  public mutating func libdevice(
    _ symbol: String, _ arguments: [Operand], resultType: ScalarType, isUnsigned: Bool = false,
    isPure: Bool = true
  ) throws(SemanticError) -> Operand {
    guard !symbol.isEmpty else { throw SemanticError("libdevice: the symbol is empty") }
    for argument in arguments { try requireElements(argument, for: symbol) }
    let operands = try broadcast(all: arguments, for: symbol)
    let shape = operands.first?.shape ?? .scalar
    return emit(
      ExternElementwise(
        arguments: operands.map(\.value), library: "libdevice", symbol: symbol, isPure: isPure,
        type: .of(shape, .scalar(resultType))),
      isUnsigned: isUnsigned)
  }
}
