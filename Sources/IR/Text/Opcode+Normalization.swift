extension Opcode {
  /// Removes what says nothing: attributes that the generic form writes out and that have the
  /// value that they have when they are left out.
  func normalize(_ attributes: inout AttributeList) {
    for entry in attributes.entries where isDefault(entry.value, of: entry.name) {
      attributes[entry.name] = nil
    }
  }

  private func isDefault(_ value: Attribute, of name: String) -> Bool {
    switch (name, value) {
    case ("overflowFlags", .opaque("#arith.overflow<none>")),
      ("fastmath", .opaque("#arith.fastmath<none>")):
      return true
    case ("cache", CacheModifier.none.attribute), ("evict", EvictionPolicy.normal.attribute):
      return self == .load || self == .store || self == .descriptorLoad
    case ("isVolatile", .bool(false)), ("boundaryCheck", .denseArray(.i32, [])):
      return self == .load || self == .store
    case ("inputPrecision", InputPrecision.ieee.attribute), ("maxNumImpreciseAcc", .i32(0)):
      return self == .dot
    case ("lhs_k_pack", .bool(true)), ("rhs_k_pack", .bool(true)):
      return self == .dotScaled
    case ("padding", Padding.zero.attribute):
      return self == .makeTensorDescriptor
    default:
      return false
    }
  }
}
