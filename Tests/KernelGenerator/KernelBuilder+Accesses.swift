import IR

extension KernelBuilder {
  private static let elements: [ScalarType] = [
    .i8, .i16, .i32, .i64, .f8E4M3FN, .f8E5M2, .f16, .bf16, .f32, .f64,
  ]

  /// A tile that is read in one way and perhaps written in another.
  mutating func addAccess() {
    let scalar = random.pick(Self.elements)
    let type = Type.of(shape(), .scalar(scalar))
    switch random.number(in: 0...4) {
    case 0, 1: loadStrided(type)
    case 2: loadIndirectly(type)
    case 3: storeStrided(number(type))
    default: storeIndirectly(number(type))
    }
    if random.isOnce(in: 2), scalar.isInteger { addInteger(type) }
  }

  /// Distances for each dimension of `shape` that give each element a place of its own, sometimes
  /// with gaps and sometimes backwards, with where the first element lies and how much it takes.
  private mutating func distinctPlaces(
    _ shape: Shape
  ) -> (strides: [Int], start: Int, extent: Int) {
    var strides = Array(repeating: 0, count: shape.rank)
    var distance = random.pick([1, 1, 1, 2, 3])
    var start = 0
    let dimensions = Array(0..<shape.rank)
    let order = random.isOnce(in: 2) ? Array(dimensions.reversed()) : random.shuffled(dimensions)
    for dimension in order {
      let isBackward = random.isOnce(in: 6)
      strides[dimension] = isBackward ? -distance : distance
      if isBackward { start += distance * (shape[dimension] - 1) }
      distance = distance * shape[dimension] + random.pick([0, 0, 0, 1, 8])
    }
    return (strides, start, distance)
  }

  private mutating func loadStrided(_ type: Type) {
    guard let scalar = type.scalar else { return }
    var (strides, start, extent) = distinctPlaces(type.shape)
    // Elements may be read more than once.
    if random.isOnce(in: 4) { strides[random.number(in: 0...strides.count - 1)] = 0 }
    start += random.pick([0, 0, 1, 16])
    // Programs may read the same elements.
    let pitch = random.pick([extent, extent, 0, 1])
    let base = addBuffer(
      of: scalar, count: start + extent * 2 + pitch * grid.count
    ) { random, _ in Self.element(&random, scalar) }
    let first = insert(
      .addi, [insert(.muli, [program, constant(pitch)], .i32), constant(start)], .i32)
    let places = offsets(type.shape, strides: strides)
    finishLoad(pointers(base, start: first, offsets: places, shape: type.shape), type)
  }

  private mutating func finishLoad(_ pointers: ValueID, _ type: Type) {
    guard let scalar = type.scalar else { return }
    let magnitude = scalar.isFloat ? scalar.loadedMagnitude : nil
    let cache = random.pick([CacheModifier.none, .none, .ca, .cg])
    guard random.isOnce(in: 2) else {
      let load = Load(pointer: pointers, type: type, cache: cache)
      keep(insert(load), magnitude: magnitude)
      return
    }
    let mask = mask(type.shape)
    let other = insert(Constant(bits: scalar.bits(of: random.number(in: -2...2)), type: type))
    let load = Load(pointer: pointers, mask: mask, other: other, type: type, cache: cache)
    keep(insert(load), magnitude: magnitude)
  }

  /// A mask of limits, or one that memory holds.
  private mutating func mask(_ shape: Shape) -> ValueID {
    switch random.number(in: 0...3) {
    case 0: return number(.of(shape, .scalar(.i1))).value
    case 1:
      return insert(.andi, [limitMask(shape), limitMask(shape)], .of(shape, .scalar(.i1)))
    default: return limitMask(shape)
    }
  }

  /// Loads through numbers that come from memory.
  private mutating func loadIndirectly(_ type: Type) {
    guard let scalar = type.scalar else { return }
    let count = random.pick([1, 7, 64, 300])
    let numbers = Type.of(type.shape, .scalar(.i32))
    let table = addBuffer(of: .i32, count: type.shape.count * grid.count) { random, _ in
      UInt64(random.number(in: 0...count - 1))
    }
    let places = insert(Load(pointer: slice(of: table, numbers), type: numbers))
    let base = addBuffer(of: scalar, count: count) { random, _ in Self.element(&random, scalar) }
    finishLoad(
      pointers(base, start: constant(0), offsets: places, shape: type.shape), type)
  }

  private mutating func storeStrided(_ number: Number) {
    let type = type(of: number)
    guard let scalar = type.scalar else { return }
    let (strides, start, extent) = distinctPlaces(type.shape)
    let base = addBuffer(of: scalar, count: extent * grid.count, isWritable: true) { random, _ in
      random.bits().truncated(to: scalar.bitWidth)
    }
    let first = insert(
      .addi, [insert(.muli, [program, constant(extent)], .i32), constant(start)], .i32)
    let places = offsets(type.shape, strides: strides)
    finishStore(number, pointers(base, start: first, offsets: places, shape: type.shape))
  }

  /// Stores where a permutation that comes from memory says.
  private mutating func storeIndirectly(_ number: Number) {
    let type = type(of: number)
    guard let scalar = type.scalar else { return }
    let count = type.shape.count
    var permutation = random.shuffled(Array(0..<count))
    permutation += (1..<max(1, grid.count)).flatMap { _ in random.shuffled(Array(0..<count)) }
    let numbers = type.with(element: .i32)
    let table = addBuffer(of: .i32, count: permutation.count) { _, index in
      UInt64(permutation[index])
    }
    let places = insert(Load(pointer: slice(of: table, numbers), type: numbers))
    let base = addBuffer(of: scalar, count: count * grid.count, isWritable: true) { random, _ in
      random.bits().truncated(to: scalar.bitWidth)
    }
    let first = insert(.muli, [program, constant(count)], .i32)
    finishStore(number, pointers(base, start: first, offsets: places, shape: type.shape))
  }

  private mutating func finishStore(_ number: Number, _ pointers: ValueID) {
    let mask = random.isOnce(in: 2) ? mask(type(of: number).shape) : nil
    module.insert(
      Store(pointer: pointers, value: number.value, mask: mask), at: .end(of: block))
  }
}
