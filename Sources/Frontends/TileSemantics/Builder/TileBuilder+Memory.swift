import IR

/// Reading and writing through pointers.
extension TileBuilder {
  /// What `pointer` leads to: one value, or a tile for a tile of pointers.
  ///
  /// - Parameters:
  ///   - mask: where memory is read; broadcast.
  ///   - other: what the result has elsewhere; broadcast and converted. Undefined without it.
  ///   - readsWholeVectors: the multiples of 16 bytes that elements lie in may be read as a whole.
  /// - Throws: if the pointer is none, `other` comes without a mask, or a shape does not fit.
  public mutating func load(
    _ pointer: Operand, mask: Operand? = nil, other: Operand? = nil, cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal, isVolatile: Bool = false, readsWholeVectors: Bool = false
  ) throws(SemanticError) -> Operand {
    guard pointer.type.isPointer else {
      throw SemanticError("load: has \(pointer.typeName), expected pointers")
    }
    if let other, mask == nil {
      throw SemanticError("load: other of type \(other.typeName) is given without a mask")
    }
    guard [.none, .ca, .cg, .cv].contains(cache) else {
      throw SemanticError("load: cache modifier \(cache.keyword), expected ca, cg or cv")
    }
    var (address, guarded) = try masked(pointer, mask, for: "load")
    var substitute = other
    if let other {
      try requireScalarOperand(other, "other", beside: pointer, for: "load")
      if address.type.isTensor {
        (address, substitute) = try broadcast(address, other, for: "load")
      }
    }
    if let first = guarded, address.type.isTensor {
      guarded = try broadcast(first, to: address.shape, "load")
    }
    let isBoolean = pointer.type.pointedTo?.scalar == .i1
    if isBoolean { address = try convert(address, to: PointerType(to: .i8)) }
    guard let type = address.type.pointedTo, let element = type.element else {
      throw SemanticError("load: has \(pointer.typeName), expected pointers")
    }
    if let given = substitute {
      substitute = try convert(given, to: element, isUnsigned: address.isUnsigned)
    }
    let loaded = emit(
      Load(
        pointer: address.value, mask: guarded?.value, other: substitute?.value, type: type,
        cache: cache, eviction: eviction, isVolatile: isVolatile,
        readsWholeVectors: readsWholeVectors),
      isUnsigned: pointer.isUnsigned)
    return isBoolean ? try convert(loaded, to: .i1) : loaded
  }

  /// Writes `value`, broadcast and converted, to where `pointer` leads.
  ///
  /// - Parameter mask: where memory is written; broadcast.
  /// - Throws: if the pointer is none, or the value or mask has more elements.
  public mutating func store(
    _ pointer: Operand, _ value: Operand, mask: Operand? = nil, cache: CacheModifier = .none,
    eviction: EvictionPolicy = .normal
  ) throws(SemanticError) {
    guard pointer.type.isPointer else {
      throw SemanticError("store: has \(pointer.typeName), expected pointers")
    }
    guard [.none, .wb, .cg, .cs, .wt].contains(cache) else {
      throw SemanticError("store: cache modifier \(cache.keyword), expected wb, cg, cs or wt")
    }
    try requireElements(value, for: "store")
    try requireScalarOperand(value, "value", beside: pointer, for: "store")
    let fitting = try broadcastToPointer(value, "value", pointer, for: "store")
    let guarded = try mask.map { (mask) throws(SemanticError) in
      try requireMask(mask, for: "store")
      try requireScalarOperand(mask, "mask", beside: pointer, for: "store")
      return try broadcastToPointer(mask, "mask", pointer, for: "store")
    }
    var address = pointer
    if pointer.type.pointedTo?.scalar == .i1 {
      address = try convert(address, to: PointerType(to: .i8))
    }
    guard let element = address.type.pointedTo?.element else {
      throw SemanticError("store: has \(pointer.typeName), expected pointers")
    }
    let converted = try convert(fitting, to: element, isUnsigned: address.isUnsigned)
    insert(
      Store(
        pointer: address.value, value: converted.value, mask: guarded?.value, cache: cache,
        eviction: eviction))
  }

  /// The pointers and the mask of a load with one shape.
  private mutating func masked(
    _ pointer: Operand, _ mask: Operand?, for operation: String
  ) throws(SemanticError) -> (Operand, Operand?) {
    guard let mask else { return (pointer, nil) }
    try requireMask(mask, for: operation)
    try requireScalarOperand(mask, "mask", beside: pointer, for: operation)
    return try broadcast(pointer, mask, for: operation)
  }

  /// Fails if `mask` holds no truth values.
  func requireMask(_ mask: Operand, for operation: String) throws(SemanticError) {
    guard mask.isBoolean else {
      throw SemanticError("\(operation): mask is \(mask.typeName), expected i1")
    }
  }

  /// Fails if a tile accompanies a single pointer.
  private func requireScalarOperand(
    _ operand: Operand, _ role: String, beside pointer: Operand, for operation: String
  ) throws(SemanticError) {
    if operand.type.isTensor, !pointer.type.isTensor {
      throw SemanticError(
        "\(operation): \(role) is \(operand.typeName), but the pointer is \(pointer.typeName), "
          + "expected a scalar")
    }
  }

  /// `operand` with the shape of `pointer`, which itself is never repeated.
  private mutating func broadcastToPointer(
    _ operand: Operand, _ role: String, _ pointer: Operand, for operation: String
  ) throws(SemanticError) -> Operand {
    guard let result = try? broadcast(operand, to: pointer.shape, operation) else {
      throw SemanticError(
        "\(operation): \(role) of shape \(operand.shape.extents) does not fit pointers of shape "
          + "\(pointer.shape.extents)")
    }
    return result
  }
}
