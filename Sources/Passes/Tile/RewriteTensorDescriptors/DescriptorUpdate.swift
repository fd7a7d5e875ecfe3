import IR

extension Module {
  /// Replaces `reduction` by an atomic update, or a loop of them, through pointers.
  mutating func replace(
    _ reduction: DescriptorReduce, _ op: OpID, through access: DescriptorAccess
  ) {
    let elements = access.elements(at: reduction.indices, in: &self)
    let value = reshaped(reduction.source, to: access.block, before: op)
    if let operation = reduction.kind.atomicOperation(
      isFloat: access.block.isFloat, isUnsigned: access.isUnsigned)
    {
      insert(
        AtomicRMW(
          operation, ordering: .relaxed, scope: .gpu, pointer: elements.pointers, value: value,
          mask: elements.mask, type: access.block), at: .before(op), origin: origin(of: op))
    } else {
      insertSwaps(reduction.kind, value, elements, base: access.descriptor.base, before: op)
    }
    erase(op)
  }

  /// Inserts a loop that compares and swaps until each element took part:
  ///
  ///     old = load
  ///     while (any element of pending) {
  ///       found = compare and swap old for combined(old, value)
  ///       pending = pending and found != old; old = found
  ///     }
  ///
  /// What does not lie in the tensor, or is done, swaps what the base holds for itself.
  private mutating func insertSwaps(
    _ kind: DescriptorReduction, _ value: ValueID, _ elements: DescriptorAccess.Elements,
    base: ValueID, before op: OpID
  ) {
    let type = self.type(of: value)
    let isNarrow = type.element?.bitWidth == 16
    let bits = type.with(element: isNarrow ? ScalarType.i16 : .i32)
    let word = PointerType(to: isNarrow ? .i16 : .i32)
    let truth = type.with(element: .i1)
    let pointers = insertValue(
      OpDraft(
        .bitcast, operands: [elements.pointers], results: [type.with(element: .pointer(word))]),
      before: op)
    let zero = insertNumber(0, bits, before: op)
    let first = insertValue(
      Load(pointer: pointers, mask: elements.mask, other: zero, type: bits).draft, before: op)
    let start = insertValue(
      OpDraft(.bitcast, operands: [base], results: [.element(.pointer(word))]), before: op)
    let harmless = insertValue(
      Splat(source: start, type: type.with(element: .pointer(word))).draft, before: op)

    let loop = insert(
      While(initialValues: [first, elements.mask], types: [bits, truth]), at: .before(op),
      origin: origin(of: op))
    let before = appendBlock(to: region(0, of: loop), parameters: [bits, truth])
    let carried = Array(parameters(of: before))
    let end = insert(
      OpDraft(.condition, operands: [carried[1]] + carried), at: .end(of: before),
      origin: origin(of: op))
    setOperand(0, of: end, to: insertAny(carried[1], before: end))

    let body = appendBlock(to: region(1, of: loop), parameters: [bits, truth])
    let passed = Array(parameters(of: body))
    let (old, pending) = (passed[0], passed[1])
    let yield = insert(
      OpDraft(.yield, operands: passed), at: .end(of: body), origin: origin(of: op))
    let combined = insertCombined(kind, old, value, before: yield)
    let new = insertValue(
      Select(condition: pending, whenTrue: combined, whenFalse: old, type: bits).draft,
      before: yield)
    let targets = insertValue(
      Select(
        condition: pending, whenTrue: pointers, whenFalse: harmless, type: self.type(of: pointers)
      ).draft, before: yield)
    let found = insertValue(
      AtomicCAS(
        ordering: .relaxed, scope: .gpu, pointer: targets, expected: old, value: new, type: bits
      ).draft, before: yield)
    let hasFailed = insertValue(
      CompareInteger(.ne, lhs: found, rhs: old, type: truth).draft, before: yield)
    setOperand(0, of: yield, to: found)
    setOperand(1, of: yield, to: insertBinary(.andi, pending, hasFailed, before: yield))
  }

  /// Inserts what memory that held the bits `old` holds after `kind` with `value`.
  private mutating func insertCombined(
    _ kind: DescriptorReduction, _ old: ValueID, _ value: ValueID, before op: OpID
  ) -> ValueID {
    let (bits, type) = (self.type(of: old), self.type(of: value))
    if type.isFloat {
      let number = insertValue(
        OpDraft(.bitcast, operands: [old], results: [type]), before: op)
      let result = insertBinary(kind == .min ? .minnumf : .maxnumf, number, value, before: op)
      return insertValue(OpDraft(.bitcast, operands: [result], results: [bits]), before: op)
    }
    // Both count without sign and start again at the other end of 0 through `value`.
    let truth = type.with(element: .i1)
    let zero = insertNumber(0, bits, before: op)
    let step = insertNumber(kind == .increment ? 1 : -1, bits, before: op)
    let next = insertBinary(.addi, old, step, before: op)
    if kind == .increment {
      let isLast = insertValue(
        CompareInteger(.uge, lhs: old, rhs: value, type: truth).draft, before: op)
      return insertValue(
        Select(condition: isLast, whenTrue: zero, whenFalse: next, type: bits).draft, before: op)
    }
    let isFirst = insertValue(
      CompareInteger(.eq, lhs: old, rhs: zero, type: truth).draft, before: op)
    let isOutside = insertValue(
      CompareInteger(.ugt, lhs: old, rhs: value, type: truth).draft, before: op)
    let isLast = insertBinary(.ori, isFirst, isOutside, before: op)
    return insertValue(
      Select(condition: isLast, whenTrue: value, whenFalse: next, type: bits).draft, before: op)
  }

  /// Inserts whether any element of the tile `truths` is true.
  private mutating func insertAny(_ truths: ValueID, before op: OpID) -> ValueID {
    let type = self.type(of: truths)
    guard let line = Shape([type.shape.extents.reduce(1, *)]) else {
      preconditionFailure("a tile has as many elements as a line can have")
    }
    let numbers = insertValue(
      OpDraft(.extui, operands: [truths], results: [type.with(element: .i32)]), before: op)
    let row = reshaped(numbers, to: .tensor(line, .scalar(.i32)), before: op)
    let reduce = insert(
      Reduce(sources: [row], axis: 0, types: [.i32]), at: .before(op), origin: origin(of: op))
    let block = appendBlock(to: region(0, of: reduce), parameters: [.i32, .i32])
    let sides = Array(parameters(of: block))
    let end = insert(
      OpDraft(.reduceReturn, operands: [sides[0]]), at: .end(of: block), origin: origin(of: op))
    setOperand(0, of: end, to: insertBinary(.ori, sides[0], sides[1], before: end))
    let zero = insertNumber(0, .i32, before: op)
    return insertValue(
      CompareInteger(.ne, lhs: result(of: reduce), rhs: zero, type: .i1).draft, before: op)
  }
}

extension DescriptorReduction {
  /// The atomic operation that does the same; `nil` if there is none.
  fileprivate func atomicOperation(isFloat: Bool, isUnsigned: Bool) -> AtomicOperation? {
    switch self {
    case .add: isFloat ? .addFloat : .add
    case .min: isFloat ? nil : (isUnsigned ? .minUnsigned : .min)
    case .max: isFloat ? nil : (isUnsigned ? .maxUnsigned : .max)
    case .increment, .decrement: nil
    case .and: .and
    case .or: .or
    case .xor: .xor
    }
  }
}
