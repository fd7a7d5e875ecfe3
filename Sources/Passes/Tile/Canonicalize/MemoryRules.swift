import IR

extension Module {
  /// `addptr(p, 0) -> p`
  func simplifyAddPointer(_ op: OpID) -> Replacement? {
    isZero(operand(1, of: op)) ? .value(operand(0, of: op)) : nil
  }

  /// `advance(p, [0, 0]) -> p`
  func simplifyAdvance(_ op: OpID) -> Replacement? {
    guard let advance = view(op, as: Advance.self), advance.offsets.allSatisfy({ isZero($0) })
    else { return nil }
    return .value(advance.pointer)
  }

  /// A mask of all true is left out, with what stands in for masked elements; where the mask is
  /// all false, the load yields that.
  func simplifyLoad(_ op: OpID) -> Replacement? {
    guard var load = view(op, as: Load.self), let mask = load.mask,
      let isRead = constantBits(mask)
    else { return nil }
    if isRead == 0 {
      guard let other = load.other, !load.isVolatile else { return nil }
      return .value(other)
    }
    (load.mask, load.other) = (nil, nil)
    return .operation(load)
  }

  /// A mask of all true is left out; where it is all false, nothing is stored.
  func simplifyStore(_ op: OpID) -> Replacement? {
    guard var store = view(op, as: Store.self), let mask = store.mask,
      let isWritten = constantBits(mask)
    else { return nil }
    if isWritten == 0 { return .values([]) }
    store.mask = nil
    return .operation(store)
  }

  /// An assertion of what is true says nothing.
  func simplifyAssertion(_ op: OpID) -> Replacement? {
    guard let bits = constantBits(operand(0, of: op)), bits != 0 else { return nil }
    return .values([])
  }

  /// A promise of what is true says nothing.
  func simplifyAssumption(_ op: OpID) -> Replacement? {
    constantBits(operand(0, of: op)) == 1 ? .values([]) : nil
  }
}
