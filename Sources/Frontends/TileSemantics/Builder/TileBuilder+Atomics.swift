import IR

/// Changing memory in one step. Every operation yields what memory held before.
extension TileBuilder {
  /// Which operation a program asks for; the elements decide how it is done.
  public enum Atomic: String, Hashable, Sendable, CaseIterable {
    case add, max, min, and, or, xor, exchange
  }

  /// Combines memory with `value`, broadcast and converted.
  ///
  /// The greatest and least of floats are computed on their bits as integers: those of positive
  /// numbers are ordered as the numbers are, those of negative ones the other way round.
  ///
  /// - Parameter mask: where memory is changed; broadcast.
  /// - Throws: if the elements cannot be changed so, or shapes do not fit.
  public mutating func atomic(
    _ operation: Atomic, _ pointer: Operand, _ value: Operand, mask: Operand? = nil,
    ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
  ) throws(SemanticError) -> Operand {
    let name = "atomic \(operation.rawValue)"
    guard pointer.type.isPointer, let element = pointer.type.pointedTo?.scalar else {
      throw SemanticError("\(name): has \(pointer.typeName), expected pointers to numbers")
    }
    let elementName = element.name(isUnsigned: pointer.isUnsigned)
    let isShortFloat = element == .f16 || element == .bf16
    guard element.bitWidth >= 16, element != .i16, !isShortFloat || operation == .add else {
      throw SemanticError("\(name): cannot work on \(elementName)")
    }
    if element.isFloat, [.and, .or, .xor].contains(operation) {
      throw SemanticError("\(name): cannot work on \(elementName), expected integers")
    }
    let (operand, guardValue) = try fitted(value, mask, to: pointer, for: name)
    let request = AtomicRequest(
      pointer: pointer, value: try convert(operand, to: element, isUnsigned: pointer.isUnsigned),
      mask: guardValue, ordering: ordering, scope: scope)
    if element.isFloat, operation == .max || operation == .min {
      return try floatExtreme(request, isMaximum: operation == .max)
    }
    return emitAtomic(code(of: operation, on: request.value), request)
  }

  /// Stores `value` where memory holds `expected`.
  ///
  /// - Throws: if the types do not fit, or the elements are none of 16, 32 or 64 bits.
  public mutating func atomicCompareAndSwap(
    _ pointer: Operand, expected: Operand, _ value: Operand,
    ordering: MemoryOrdering = .acquireRelease, scope: MemoryScope = .gpu
  ) throws(SemanticError) -> Operand {
    let name = "atomic compare and swap"
    guard pointer.type.isPointer, let type = pointer.type.pointedTo, let element = type.element
    else { throw SemanticError("\(name): has \(pointer.typeName), expected pointers") }
    guard [16, 32, 64].contains(element.bitWidth) else {
      throw SemanticError(
        "\(name): cannot work on \(element.name(isUnsigned: pointer.isUnsigned)), "
          + "expected elements of 16, 32 or 64 bits")
    }
    for operand in [expected, value] where operand.type != type {
      throw SemanticError(
        "\(name): operand is \(operand.typeName), expected \(type.name(isUnsigned: pointer.isUnsigned))"
      )
    }
    return emit(
      AtomicCAS(
        ordering: ordering, scope: scope, pointer: pointer.value, expected: expected.value,
        value: value.value, type: type),
      isUnsigned: pointer.isUnsigned)
  }

  /// The value and mask of an atomic operation in the shape of its pointers.
  private mutating func fitted(
    _ value: Operand, _ mask: Operand?, to pointer: Operand, for name: String
  ) throws(SemanticError) -> (Operand, Operand) {
    try requireElements(value, for: name)
    if let mask { try requireMask(mask, for: name) }
    for operand in [value, mask].compactMap({ $0 }) where operand.type.isTensor {
      guard pointer.type.isTensor else {
        throw SemanticError(
          "\(name): has \(operand.typeName), but the pointer is \(pointer.typeName), "
            + "expected a scalar")
      }
    }
    let guardValue = try mask.map { (mask) throws(SemanticError) in
      try broadcast(mask, to: pointer.shape, name)
    }
    let operand = try broadcast(value, to: pointer.shape, name)
    if let guardValue { return (operand, guardValue) }
    return (operand, try splat(constant(true), to: pointer.shape))
  }

  private func code(of operation: Atomic, on value: Operand) -> AtomicOperation {
    switch operation {
    case .add: value.type.isFloat ? .addFloat : .add
    case .max: value.isUnsigned ? .maxUnsigned : .max
    case .min: value.isUnsigned ? .minUnsigned : .min
    case .and: .and
    case .or: .or
    case .xor: .xor
    case .exchange: .exchange
    }
  }

  private mutating func emitAtomic(_ code: AtomicOperation, _ request: AtomicRequest) -> Operand {
    emit(
      AtomicRMW(
        code, ordering: request.ordering, scope: request.scope, pointer: request.pointer.value,
        value: request.value.value, mask: request.mask.value, type: request.value.type),
      isUnsigned: request.value.isUnsigned)
  }

  private mutating func floatExtreme(
    _ request: AtomicRequest, isMaximum: Bool
  ) throws(SemanticError) -> Operand {
    let float = request.value.scalar ?? .f32
    let integer = float.integerOfSameWidth
    let bits = try bitcast(request.value, to: integer)
    let pointer = try convert(request.pointer, to: PointerType(to: integer))
    let unsigned = Operand(bits.value, bits.type, isUnsigned: true)
    let distance = try constant(Int64(float.bitWidth - 1), integer, isUnsigned: true)
    let isNegative = try convert(binary(.shiftRight, unsigned, distance), to: .i1)
    let isPositive = try not(isNegative)
    var part = request
    part.pointer = pointer
    part.value = bits
    part.mask = try binary(.and, request.mask, isPositive)
    let ofPositive = emitAtomic(isMaximum ? .max : .min, part)
    part.mask = try binary(.and, request.mask, isNegative)
    let ofNegative = emitAtomic(isMaximum ? .minUnsigned : .maxUnsigned, part)
    return try bitcast(select(isPositive, ofPositive, ofNegative), to: float)
  }
}

/// An atomic operation but for what it computes.
private struct AtomicRequest {
  var pointer: Operand
  var value: Operand
  var mask: Operand
  let ordering: MemoryOrdering
  let scope: MemoryScope
}
