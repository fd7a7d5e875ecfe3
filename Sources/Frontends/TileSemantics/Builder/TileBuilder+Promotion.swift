import IR

/// The type in which operands of different types meet, for front ends whose language converts
/// silently.
///
/// Floats win over integers, and `f64` over `f32` over `f16`; `bf16` meets everything but itself
/// in `f32`; two different eight-bit floats meet in `f16`. Of two integers with equal sign the
/// wider wins; otherwise the unsigned one if it is at least as wide. Quotients and remainders of
/// `f16` and `bf16` are `f32`.
extension TileBuilder {
  /// The type in which numbers of types `lhs` and `rhs` meet.
  ///
  /// - Throws: for an eight-bit float and an integer, and for the division of integers that differ
  ///   in sign.
  public func promotedElement(
    _ lhs: NumberType, _ rhs: NumberType, forDivision: Bool = false
  ) throws(SemanticError) -> NumberType {
    let types = [lhs.type, rhs.type]
    for wide in [ScalarType.f64, .f32] where types.contains(wide) { return NumberType(wide) }
    if types.contains(.f16) { return NumberType(forDivision ? .f32 : .f16) }
    if types.contains(.bf16) {
      return NumberType(types == [.bf16, .bf16] && !forDivision ? .bf16 : .f32)
    }
    if lhs.type.isFloat8, rhs.type.isFloat8 {
      return NumberType(lhs.type == rhs.type ? lhs.type : .f16)
    }
    guard lhs.type.isInteger, rhs.type.isInteger else {
      throw SemanticError("no common type of \(lhs.name) and \(rhs.name); convert one of them")
    }
    if forDivision, lhs.isUnsigned != rhs.isUnsigned {
      throw SemanticError(
        "cannot divide \(lhs.name) and \(rhs.name): one has a sign; convert one of them")
    }
    if lhs.isUnsigned == rhs.isUnsigned {
      return lhs.type.bitWidth > rhs.type.bitWidth ? lhs : rhs
    }
    let (unsigned, signed) = lhs.isUnsigned ? (lhs, rhs) : (rhs, lhs)
    return unsigned.type.bitWidth >= signed.type.bitWidth ? unsigned : signed
  }

  /// The type in which the elements of two operands meet.
  ///
  /// - Throws: if there is none.
  public func promotedElement(
    _ lhs: Operand, _ rhs: Operand, forDivision: Bool = false
  ) throws(SemanticError) -> NumberType {
    guard let left = lhs.numberType, let right = rhs.numberType else {
      throw SemanticError("no common type of \(lhs.typeName) and \(rhs.typeName)")
    }
    return try promotedElement(left, right, forDivision: forDivision)
  }

  /// Both operands in the type in which they meet; pointers and what moves them stay as they are.
  ///
  /// - Throws: if there is no such type.
  public mutating func promote(
    _ lhs: Operand, _ rhs: Operand, forDivision: Bool = false
  ) throws(SemanticError) -> (Operand, Operand) {
    if lhs.type.isPointer || rhs.type.isPointer { return (lhs, rhs) }
    let target = try promotedElement(lhs, rhs, forDivision: forDivision)
    return (
      try convert(lhs, to: target.type, isUnsigned: target.isUnsigned),
      try convert(rhs, to: target.type, isUnsigned: target.isUnsigned)
    )
  }

  /// An operand and a literal beside it in the type in which they meet: the operand's, unless the
  /// literal is a float beside an integer or an integer beside a truth value.
  ///
  /// - Throws: if the literal does not fit into the operand's type.
  public mutating func promote(
    _ operand: Operand, _ literal: NumberLiteral, forDivision: Bool = false
  ) throws(SemanticError) -> (Operand, Operand) {
    if operand.type.isPointer {
      return (operand, try constant(literal, literal.naturalType))
    }
    guard let element = operand.numberType else {
      throw SemanticError("no common type of \(operand.typeName) and a number")
    }
    let kind = element.type == .i1 ? 0 : element.type.isInteger ? 1 : 2
    var target = element
    if literal.kind > kind {
      target = try promotedElement(element, literal.naturalType, forDivision: forDivision)
    } else if forDivision, element.type == .f16 || element.type == .bf16 {
      target = NumberType(.f32)
    }
    return (
      try convert(operand, to: target.type, isUnsigned: target.isUnsigned),
      try constant(literal, target)
    )
  }

  /// The number that `literal` writes out, as `type`.
  ///
  /// - Throws: if it does not fit, or a float is asked for as an integer.
  public mutating func constant(
    _ literal: NumberLiteral, _ type: NumberType
  ) throws(SemanticError) -> Operand {
    switch literal {
    case .bool(let value): try constant(value ? 1 : 0, type.type, isUnsigned: type.isUnsigned)
    case .integer(let value): try constant(value, type.type, isUnsigned: type.isUnsigned)
    case .float(let value): try constant(value, type.type)
    }
  }
}
