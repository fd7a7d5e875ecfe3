import IR

extension KernelBuilder {
  private static let unordered: [AtomicOperation] = [
    .and, .or, .xor, .add, .max, .min, .maxUnsigned, .minUnsigned,
  ]

  /// An update of memory by a tile, or by a scalar.
  mutating func addAtomic() {
    let type = random.isOnce(in: 6) ? Type.i32 : Type.of(shape(), .scalar(.i32))
    switch random.number(in: 0...3) {
    case 0, 1: addSharedUpdate(type.with(element: random.pick([.i32, .i64])))
    case 2: addSharedSum(type.with(element: .f32))
    default: addOwnUpdate(type.with(element: random.pick([.i32, .i64])))
    }
  }

  /// Updates of a few places by many elements and programs, whose old values nobody looks at.
  private mutating func addSharedUpdate(_ type: Type) {
    guard let scalar = type.scalar else { return }
    let count = random.pick([1, 3, 8])
    let base = addBuffer(of: scalar, count: count, isWritable: true) { random, _ in
      Self.element(&random, scalar)
    }
    update(
      random.pick(Self.unordered), sharedPointers(base, type, count: count), number(type).value)
  }

  /// Sums of integers in floats, which stay exact.
  private mutating func addSharedSum(_ type: Type) {
    let count = random.pick([1, 3, 8])
    let base = addBuffer(of: .f32, count: count, isWritable: true) { random, _ in
      ScalarType.f32.bits(of: random.number(in: -100...100))
    }
    update(.addFloat, sharedPointers(base, type, count: count), load(type).value)
  }

  private mutating func sharedPointers(_ base: ValueID, _ type: Type, count: Int) -> ValueID {
    guard type.isTensor else { return base }
    let numbers = type.with(element: .i32)
    let places = insert(
      .remui, [index(type.shape), constant(count, numbers)], numbers)
    return pointers(base, start: constant(0), offsets: places, shape: type.shape)
  }

  @discardableResult
  private mutating func update(
    _ operation: AtomicOperation, _ pointers: ValueID, _ value: ValueID
  ) -> ValueID {
    let type = module.type(of: value)
    let mask = type.isTensor && random.isOnce(in: 3) ? limitMask(type.shape) : nil
    let ordering = random.pick([MemoryOrdering.relaxed, .acquireRelease, .acquire, .release])
    return insert(
      AtomicRMW(
        operation, ordering: ordering, scope: .gpu, pointer: pointers, value: value, mask: mask,
        type: type))
  }

  /// Updates of places that nobody else touches, whose old values are known.
  private mutating func addOwnUpdate(_ type: Type) {
    guard let scalar = type.scalar else { return }
    let base = addBuffer(of: scalar, count: type.shape.count * grid.count, isWritable: true) {
      random, _ in scalar.bits(of: random.number(in: 0...3))
    }
    let pointers = slice(of: base, type)
    let value = number(type).value
    if random.isOnce(in: 2) {
      let expected = constant(random.number(in: 0...3), type)
      keep(
        insert(
          AtomicCAS(
            ordering: .relaxed, scope: .gpu, pointer: pointers, expected: expected, value: value,
            type: type)))
    } else {
      let update = AtomicRMW(
        random.pick(Self.unordered + [.exchange]), ordering: .relaxed, scope: .gpu,
        pointer: pointers, value: value, type: type)
      keep(insert(update))
    }
  }
}
