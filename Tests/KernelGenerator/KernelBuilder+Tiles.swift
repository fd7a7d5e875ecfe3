import IR

extension KernelBuilder {
  /// Elements of one tile picked by another along an axis.
  mutating func addGather() {
    let shape = shape()
    let axis = random.number(in: 0...shape.rank - 1)
    let scalar = random.pick(Self.integers + Self.floats)
    let source = number(.of(shape, .scalar(scalar)))
    guard let picked = shape.replacing(axis, with: random.pick([1, 4, 32, shape[axis]])) else {
      return
    }
    let numbers = Type.of(picked, .scalar(random.pick([.i32, .i32, .i64])))
    let places = insert(
      .andi, [number(numbers).value, constant(shape[axis] - 1, numbers)], numbers)
    let gather = Gather(
      source: source.value, indices: places, axis: axis, type: .of(picked, .scalar(scalar)))
    keep(insert(gather), magnitude: source.magnitude)
  }

  /// How often each number occurs in a tile.
  mutating func addHistogram() {
    guard let shape = Shape([random.pick([16, 32, 64, 128, 256, 512])]),
      let bins = Shape([random.pick([2, 8, 16, 32, 128, 256])])
    else { return }
    let type = Type.of(shape, .scalar(.i32))
    let source = insert(.andi, [number(type).value, constant(bins.count - 1, type)], type)
    let mask = random.isOnce(in: 2) ? limitMask(shape) : nil
    keep(
      insert(Histogram(source: source, mask: mask, type: .of(bins, .scalar(.i32)))))
  }

  /// A product of two matrices, added to a third one, perhaps step by step in a loop.
  mutating func addDot() {
    let (scalar, results): (ScalarType, [ScalarType]) = random.pick([
      (.f16, [.f32, .f32, .f16]), (.bf16, [.f32]), (.f32, [.f32]), (.i8, [.i32]),
      (.f8E4M3FN, [.f32]), (.f8E5M2, [.f32]),
    ])
    let result = random.pick(results)
    let (rows, columns) = (random.pick([16, 16, 32, 64]), random.pick([8, 16, 16, 32, 64]))
    let depth = random.pick(scalar.bitWidth == 8 ? [32, 32, 64] : [16, 16, 32, 64])
    let lhs = matrix(rows, depth, scalar)
    let rhs = matrix(depth, columns, scalar)
    let type = Type.of(Shape([rows, columns]) ?? .scalar, .scalar(result))
    let accumulator = accumulator(type)
    let rounds = random.isOnce(in: 3) ? random.number(in: 1...3) : 0
    let product =
      (lhs.magnitude ?? 0) * (rhs.magnitude ?? 0) * depth * max(1, rounds)
    let magnitude = result.isFloat ? (accumulator.magnitude ?? 0) + product : nil
    let isExact = magnitude.map { $0 <= result.exactLimit } ?? true
    guard isExact else {
      // Too large for the format of the result: the matrices are of use as they are.
      keep(lhs.value, magnitude: lhs.magnitude)
      keep(rhs.value, magnitude: rhs.magnitude)
      return
    }
    let precision = scalar == .f32 ? random.pick([InputPrecision.ieee, .ieee, .tf32]) : .ieee
    if rounds == 0 {
      let dot = Dot(
        lhs: lhs.value, rhs: rhs.value, accumulator: accumulator.value, precision: precision,
        type: type)
      keep(insert(dot), magnitude: magnitude)
      return
    }
    let op = module.insert(
      For(
        lower: constant(0), upper: constant(rounds), step: constant(1),
        initialValues: [accumulator.value], types: [type]), at: .end(of: block))
    let body = module.appendBlock(to: module.region(0, of: op), parameters: [.i32, type])
    let parameters = Array(module.parameters(of: body))
    fill(body) { builder in
      let dot = Dot(
        lhs: lhs.value, rhs: rhs.value, accumulator: parameters[1], precision: precision,
        type: type)
      let sum = builder.insert(dot)
      builder.module.insert(Yield(values: [sum]), at: .end(of: body))
    }
    keep(module.result(0, of: op), magnitude: magnitude)
  }

  /// Zeros, or a tile from memory, none of whose elements is minus zero.
  private mutating func accumulator(_ type: Type) -> Number {
    if random.isOnce(in: 2) { return load(type) }
    return Number(insert(Constant(bits: 0, type: type)), magnitude: type.isFloat ? 0 : nil)
  }

  /// A matrix from memory, row by row or column by column.
  private mutating func matrix(_ rows: Int, _ columns: Int, _ scalar: ScalarType) -> Number {
    let type = Type.of(Shape([rows, columns]) ?? .scalar, .scalar(scalar))
    guard random.isOnce(in: 2), let turned = Shape([columns, rows]) else { return load(type) }
    let source = load(type.with(shape: turned))
    let result = Transpose(source: source.value, order: [1, 0], type: type)
    return Number(insert(result), magnitude: source.magnitude)
  }
}
