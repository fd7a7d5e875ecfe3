import IR

extension Module {
  /// `join(split(x)) -> x`, `join(splat(x), splat(x)) -> splat(x)`
  func simplifyJoin(_ op: OpID) -> Replacement? {
    guard let join = view(op, as: Join.self) else { return nil }
    if let source = splitSource(join.lhs, join.rhs) { return .value(source) }
    return commonSplat(join.lhs, join.rhs, as: join.type)
  }

  /// `split(join(x, y)) -> x, y`, `split(splat(x)) -> splat(x), splat(x)`
  func simplifySplit(_ op: OpID) -> Replacement? {
    guard let split = view(op, as: Split.self) else { return nil }
    if let joined = operands(of: split.source, definedBy: .join) {
      return .values([.value(joined.lhs), .value(joined.rhs)])
    }
    return splatExpression(split.source, as: split.type).map { .values([$0, $0]) }
  }

  /// `cat(splat(x), splat(x)) -> splat(x)`
  func simplifyConcatenation(_ op: OpID) -> Replacement? {
    guard let cat = view(op, as: Cat.self) else { return nil }
    return commonSplat(cat.lhs, cat.rhs, as: cat.type)
  }

  /// What `lhs` and `rhs` are the two halves of, in this order.
  private func splitSource(_ lhs: ValueID, _ rhs: ValueID) -> ValueID? {
    guard case .result(let op, 0) = definition(of: lhs),
      case .result(op, 1) = definition(of: rhs), let split = view(op, as: Split.self)
    else { return nil }
    return split.source
  }

  /// A tile of the one number that all elements of `lhs` and `rhs` are.
  private func commonSplat(_ lhs: ValueID, _ rhs: ValueID, as type: Type) -> Replacement? {
    let areOne: Bool
    if let left = splatSource(lhs), let right = splatSource(rhs) {
      areOne = left == right
    } else {
      areOne = constantBits(lhs) != nil && constantBits(lhs) == constantBits(rhs)
    }
    guard areOne, let uniform = splatExpression(lhs, as: type) else { return nil }
    return .expression(uniform)
  }
}
