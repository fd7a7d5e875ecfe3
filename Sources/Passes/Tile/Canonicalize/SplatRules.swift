import IR

extension Module {
  /// `splat(constant) -> constant`, `splat(unsplat(x)) -> x` to the type of `x`
  func simplifySplat(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if let bits = constantBits(source) { return .number(bits, type) }
    guard let inner = operand(of: source, definedBy: .unsplat), self.type(of: inner) == type
    else { return nil }
    return .value(inner)
  }

  /// `unsplat(splat(x)) -> x`, `unsplat(constant) -> constant`, `unsplat(reshape(x)) -> unsplat(x)`
  func simplifyUnsplat(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if let value = splatSource(source) { return .value(value) }
    if let bits = constantBits(source) { return .number(bits, type) }
    for opcode in [Opcode.reshape, .expandDims, .trans] {
      if let inner = operand(of: source, definedBy: opcode) {
        return .unary(.unsplat, inner, type)
      }
    }
    return nil
  }

  /// A range of one element is a constant.
  func simplifyRange(_ op: OpID) -> Replacement? {
    guard let range = view(op, as: MakeRange.self), range.type.shape.count == 1 else { return nil }
    return .number(UInt64(bitPattern: Int64(range.start)).truncated(to: 32), range.type)
  }

  /// The scalar that all elements of `value` are, if it is a splat.
  func splatSource(_ value: ValueID) -> ValueID? { operand(of: value, definedBy: .splat) }

  /// `value` with another shape, if all its elements are the same.
  func splatExpression(_ value: ValueID, as type: Type) -> Expression? {
    if let bits = constantBits(value) { return .number(bits, type) }
    return splatSource(value).map { .unary(.splat, $0, type) }
  }
}
