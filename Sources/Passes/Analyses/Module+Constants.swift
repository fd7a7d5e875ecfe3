import IR

extension Module {
  /// The constant that defines `value`, if one does.
  func constant(_ value: ValueID) -> Constant? {
    definingOp(of: value).flatMap { view($0, as: Constant.self) }
  }

  /// The bits of `value` if it is a constant, or a tile whose elements all are that constant.
  func constantBits(_ value: ValueID) -> UInt64? {
    guard let constant = constant(value), let width = constant.type.scalar?.bitWidth else {
      return nil
    }
    return constant.splat?.truncated(to: width)
  }

  /// The constant integer `value`, read as a number with sign.
  func constantInteger(_ value: ValueID) -> Int64? {
    guard let bits = constantBits(value), let scalar = type(of: value).scalar, scalar.isInteger
    else { return nil }
    return bits.signExtended(from: scalar.bitWidth)
  }

  /// `value` is a constant whose elements all are plus zero.
  func isZero(_ value: ValueID) -> Bool { constantBits(value) == 0 }

  /// `first` and `second` are one value, or constants of one type and content.
  func areEqual(_ first: ValueID, _ second: ValueID) -> Bool {
    if first == second { return true }
    guard let left = constant(first), let right = constant(second) else { return false }
    return left.type == right.type && left.value == right.value
  }
}
