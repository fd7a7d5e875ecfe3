import IR

extension KernelBuilder {
  private static let combinations: [Opcode] = [
    .addi, .minsi, .minui, .maxsi, .maxui, .andi, .ori, .xori,
  ]
  private static let extrema: [Opcode] = [.minimumf, .maximumf, .minnumf, .maxnumf]

  /// A shape with an axis to combine along.
  private mutating func combinedShape() -> (shape: Shape, axis: Int) {
    let shape = shape()
    return (shape, random.number(in: 0...shape.rank - 1))
  }

  mutating func addReduction() {
    let (shape, axis) = combinedShape()
    switch random.number(in: 0...4) {
    case 0, 1:
      let type = Type.of(shape, .scalar(random.pick(Self.integers)))
      let opcode = random.pick(Self.combinations)
      reduce([number(type)], axis: axis) { builder, values in
        [builder.insert(opcode, values, type.scalarized)]
      }
    case 2:
      let type = Type.of(shape, .scalar(random.pick(Self.floats)))
      let opcode = random.pick(Self.extrema)
      let source = exactNumber(type)
      reduce([source], axis: axis, magnitudes: [source.magnitude]) { builder, values in
        [builder.insert(opcode, values, type.scalarized)]
      }
    case 3: addFloatSum(shape, axis: axis)
    default: addExtremumPlace(shape, axis: axis)
    }
  }

  private mutating func addFloatSum(_ shape: Shape, axis: Int) {
    let type = Type.of(shape, .scalar(random.pick(Self.floats)))
    let source = exactNumber(type)
    let total = (source.magnitude ?? Int.max / Self.maximumCount) * shape[axis]
    guard total <= type.scalar?.exactLimit ?? 0 else { return addExtremumPlace(shape, axis: axis) }
    reduce([source], axis: axis, magnitudes: [total]) { builder, values in
      [builder.insert(.addf, values, type.scalarized)]
    }
  }

  /// The largest or smallest element and the first place where it stands.
  private mutating func addExtremumPlace(_ shape: Shape, axis: Int) {
    let isFloat = random.isOnce(in: 2)
    let type = Type.of(shape, .scalar(random.pick(isFloat ? Self.floats : Self.integers)))
    let source = isFloat ? exactNumber(type) : number(type)
    let line = coordinate(axis, of: shape)
    let indexType = Type.of(shape, .scalar(.i32))
    let places =
      module.type(of: line) == indexType
      ? line : insert(Broadcast(source: line, type: indexType))
    let isLargest = random.isOnce(in: 2)
    let element = type.scalarized
    reduce([source, Number(places)], axis: axis, magnitudes: [source.magnitude, nil]) {
      builder, values in
      let (left, leftPlace, right, rightPlace) = (values[0], values[1], values[2], values[3])
      let isBetter: ValueID
      let isEqual: ValueID
      if isFloat {
        isBetter = builder.insert(
          CompareFloat(isLargest ? .ogt : .olt, lhs: left, rhs: right, type: .i1))
        isEqual = builder.insert(CompareFloat(.oeq, lhs: left, rhs: right, type: .i1))
      } else {
        isBetter = builder.insert(
          CompareInteger(isLargest ? .sgt : .slt, lhs: left, rhs: right, type: .i1))
        isEqual = builder.insert(CompareInteger(.eq, lhs: left, rhs: right, type: .i1))
      }
      let isFirst = builder.insert(
        CompareInteger(.slt, lhs: leftPlace, rhs: rightPlace, type: .i1))
      let winsTie = builder.insert(.andi, [isEqual, isFirst], .i1)
      let wins = builder.insert(.ori, [isBetter, winsTie], .i1)
      return [
        builder.insert(Select(condition: wins, whenTrue: left, whenFalse: right, type: element)),
        builder.insert(
          Select(condition: wins, whenTrue: leftPlace, whenFalse: rightPlace, type: .i32)),
      ]
    }
  }

  /// Combines `sources` along `axis` by what `body` inserts.
  private mutating func reduce(
    _ sources: [Number], axis: Int, magnitudes: [Int?] = [nil],
    _ body: (inout KernelBuilder, [ValueID]) -> [ValueID]
  ) {
    let types = sources.map { type(of: $0) }
    let results = types.map { $0.with(shape: $0.shape.removing(axis)) }
    let op = module.insert(
      Reduce(sources: sources.map(\.value), axis: axis, types: results), at: .end(of: block))
    fillCombination(op, types) {
      body(&$0, $1)
    } ending: {
      ReduceReturn(values: $0).draft
    }
    for (result, magnitude) in zip(module.results(of: op), magnitudes) {
      keep(result, magnitude: magnitude)
    }
  }

  private mutating func fillCombination(
    _ op: OpID, _ types: [Type], _ body: (inout KernelBuilder, [ValueID]) -> [ValueID],
    ending terminator: ([ValueID]) -> OpDraft
  ) {
    let elements = types.map(\.scalarized)
    let combination = module.appendBlock(
      to: module.region(0, of: op), parameters: elements + elements)
    let parameters = Array(module.parameters(of: combination))
    fill(combination) { builder in
      let values = body(&builder, parameters)
      builder.module.insert(terminator(values), at: .end(of: combination))
    }
  }
}

// MARK: - Scans

extension KernelBuilder {
  mutating func addScan() {
    let (shape, axis) = combinedShape()
    switch random.number(in: 0...3) {
    case 0, 1:
      let type = Type.of(shape, .scalar(random.pick(Self.integers)))
      let opcode = random.pick(Self.combinations)
      scan([number(type)], axis: axis) { builder, values in
        [builder.insert(opcode, values, type.scalarized)]
      }
    case 2:
      let type = Type.of(shape, .scalar(random.pick(Self.floats)))
      let source = exactNumber(type)
      let total = (source.magnitude ?? Int.max / Self.maximumCount) * shape[axis]
      let isExact = total <= type.scalar?.exactLimit ?? 0
      let opcode = isExact ? .addf : random.pick(Self.extrema)
      scan([source], axis: axis, magnitudes: [isExact ? total : source.magnitude]) {
        builder, values in [builder.insert(opcode, values, type.scalarized)]
      }
    default: addRecurrence(shape, axis: axis)
    }
  }

  /// Composes the maps `x -> a · x + b`, which do not commute.
  private mutating func addRecurrence(_ shape: Shape, axis: Int) {
    let type = Type.of(shape, .scalar(random.pick([.i32, .i64])))
    let element = type.scalarized
    scan([number(type), number(type)], axis: axis, magnitudes: [nil, nil]) { builder, values in
      let factor = builder.insert(.muli, [values[0], values[2]], element)
      let scaled = builder.insert(.muli, [values[2], values[1]], element)
      return [factor, builder.insert(.addi, [scaled, values[3]], element)]
    }
  }

  private mutating func scan(
    _ sources: [Number], axis: Int, magnitudes: [Int?] = [nil],
    _ body: (inout KernelBuilder, [ValueID]) -> [ValueID]
  ) {
    let types = sources.map { type(of: $0) }
    let op = module.insert(
      Scan(
        sources: sources.map(\.value), axis: axis, isReverse: random.isOnce(in: 2), types: types),
      at: .end(of: block))
    fillCombination(op, types) {
      body(&$0, $1)
    } ending: {
      ScanReturn(values: $0).draft
    }
    for (result, magnitude) in zip(module.results(of: op), magnitudes) {
      keep(result, magnitude: magnitude)
    }
  }
}
