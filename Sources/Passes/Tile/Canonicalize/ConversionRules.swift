import IR

extension Module {
  /// `ext(ext(x)) -> ext(x)`: of the same kind, or `extsi` of `extui`, whose sign is clear
  func simplifyExtension(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if let inner = operand(of: source, definedBy: .extui) { return .unary(.extui, inner, type) }
    guard opcode(of: op) == .extsi, let inner = operand(of: source, definedBy: .extsi) else {
      return nil
    }
    return .unary(.extsi, inner, type)
  }

  /// `trunc(trunc(x)) -> trunc(x)`, `trunc(ext(x)) -> x, trunc(x) or ext(x)` by width
  func simplifyTruncation(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if let inner = operand(of: source, definedBy: .trunci) { return .unary(.trunci, inner, type) }
    for opcode in [Opcode.extsi, .extui] {
      guard let inner = operand(of: source, definedBy: opcode) else { continue }
      return resized(inner, to: type, wideningBy: opcode)
    }
    return nil
  }

  private func resized(
    _ value: ValueID, to target: Type, wideningBy opcode: Opcode
  ) -> Replacement? {
    guard let from = type(of: value).scalar?.bitWidth, let to = target.scalar?.bitWidth else {
      return nil
    }
    if from == to { return .value(value) }
    return .unary(from < to ? opcode : .trunci, value, target)
  }

  /// `extf(extf(x)) -> extf(x)`
  func simplifyFloatExtension(_ op: OpID) -> Replacement? {
    operand(of: operand(0, of: op), definedBy: .extf)
      .map { .unary(.extf, $0, resultType(of: op)) }
  }

  /// `truncf(extf(x)) -> x` back to the type of `x`
  func simplifyFloatTruncation(_ op: OpID) -> Replacement? {
    guard let inner = operand(of: operand(0, of: op), definedBy: .extf),
      type(of: inner) == resultType(of: op)
    else { return nil }
    return .value(inner)
  }

  /// `sitofp(extsi(x)) -> sitofp(x)`, `sitofp(extui(x)) -> uitofp(x)`, `uitofp(extui(x)) ->
  /// uitofp(x)`
  func simplifyIntegerToFloat(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if let inner = operand(of: source, definedBy: .extui) { return .unary(.uitofp, inner, type) }
    guard opcode(of: op) == .sitofp, let inner = operand(of: source, definedBy: .extsi) else {
      return nil
    }
    return .unary(.sitofp, inner, type)
  }

  /// `bitcast(x) -> x` to its own type, `bitcast(bitcast(x)) -> bitcast(x)`
  func simplifyBitcast(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    if self.type(of: source) == type { return .value(source) }
    guard let inner = operand(of: source, definedBy: opcode(of: op)) else { return nil }
    return self.type(of: inner) == type ? .value(inner) : .unary(opcode(of: op), inner, type)
  }

  /// `int_to_ptr(ptr_to_int(x)) -> x`, `ptr_to_int(int_to_ptr(x)) -> x`, through 64 bits
  func simplifyPointerConversion(_ op: OpID) -> Replacement? {
    let (source, type) = (operand(0, of: op), resultType(of: op))
    let opposite: Opcode = opcode(of: op) == .intToPtr ? .ptrToInt : .intToPtr
    guard let inner = operand(of: source, definedBy: opposite), self.type(of: inner) == type,
      self.type(of: source).element?.bitWidth == 64, type.element?.bitWidth == 64
    else { return nil }
    return .value(inner)
  }

  /// `fp_to_fp(x) -> x` to its own type
  func simplifyFloatConversion(_ op: OpID) -> Replacement? {
    let source = operand(0, of: op)
    return type(of: source) == resultType(of: op) ? .value(source) : nil
  }
}
