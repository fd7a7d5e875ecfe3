import IR

extension KernelBuilder {
  /// One loop or branch, sometimes with another in it.
  mutating func addControlFlow(depth: Int = 0) {
    let shape = shape()
    let types = (0..<random.number(in: 1...2)).map { _ in
      Type.of(random.isOnce(in: 6) ? .scalar : shape, .scalar(random.pick(Self.integers)))
    }
    switch random.number(in: 0...3) {
    case 0: addLoop(types, depth: depth)
    case 1: addBranch(types, depth: depth)
    case 2: addRepetition(types, depth: depth)
    default: addSum(shape)
    }
  }

  private mutating func addSteps(_ types: [Type], depth: Int) {
    for _ in 0..<random.number(in: 1...4) { addInteger(random.pick(types)) }
    if depth == 0, random.isOnce(in: 4) { addControlFlow(depth: 1) }
  }

  /// A bound that is written down, or one that the launch passes.
  private mutating func bound(_ number: Int) -> ValueID {
    random.isOnce(in: 2)
      ? constant(number) : addParameter(.i32, .scalar(bits: UInt64(number)))
  }

  private mutating func addLoop(_ types: [Type], depth: Int) {
    let (first, step) = (random.number(in: 0...3), random.number(in: 1...3))
    let initial = types.map { number($0).value }
    let op = module.insert(
      For(
        lower: bound(first), upper: bound(first + random.number(in: 0...6)), step: bound(step),
        initialValues: initial, types: types), at: .end(of: block))
    let body = module.appendBlock(to: module.region(0, of: op), parameters: [.i32] + types)
    let parameters = Array(module.parameters(of: body))
    fill(body) { builder in
      for parameter in parameters { builder.keep(parameter) }
      builder.addSteps(types, depth: depth)
      builder.yield(types)
    }
    for result in module.results(of: op) { keep(result) }
  }

  /// Ends a block with the latest values of `types`.
  private mutating func yield(_ types: [Type]) {
    let values = types.map { (pool[$0]?.last ?? number($0)).value }
    module.insert(Yield(values: values), at: .end(of: block))
  }

  /// A condition that is the same for all elements.
  private mutating func condition() -> ValueID {
    switch random.number(in: 0...2) {
    case 0:
      let limit = bound(random.number(in: 0...3))
      return insert(CompareInteger(.slt, lhs: program, rhs: limit, type: .i1))
    case 1: return number(.i1).value
    default:
      return insert(
        CompareInteger(
          random.pick(CompareInteger.Predicate.allCases), lhs: number(.i32).value,
          rhs: number(.i32).value, type: .i1))
    }
  }

  private mutating func addBranch(_ types: [Type], depth: Int) {
    let condition = condition()
    for type in types { _ = number(type) }
    let op = module.insert(If(condition: condition, types: types), at: .end(of: block))
    for region in [0, 1] {
      let body = module.appendBlock(to: module.region(region, of: op))
      fill(body) { builder in
        builder.addSteps(types, depth: depth)
        if builder.random.isOnce(in: 4), let last = builder.made.last { builder.store(last) }
        builder.yield(types)
      }
    }
    for result in module.results(of: op) { keep(result) }
  }

  /// A loop that ends when a counter is used up, carrying more values in than out.
  private mutating func addRepetition(_ types: [Type], depth: Int) {
    let initial = types.map { number($0).value }
    let count = bound(random.number(in: 0...5))
    let op = module.insert(
      While(initialValues: [count] + initial, types: [.i32] + types), at: .end(of: block))
    let before = module.appendBlock(to: module.region(0, of: op), parameters: [.i32] + types)
    let after = module.appendBlock(to: module.region(1, of: op), parameters: [.i32] + types)
    let taken = Array(module.parameters(of: before))
    fill(before) { builder in
      for parameter in taken { builder.keep(parameter) }
      let zero = builder.constant(0)
      let goesOn = builder.insert(
        CompareInteger(.sgt, lhs: taken[0], rhs: zero, type: .i1))
      builder.addInteger(types[0])
      let passed = types.map { type in (builder.pool[type]?.last ?? builder.number(type)).value }
      builder.module.insert(
        Condition(condition: goesOn, values: [taken[0]] + passed), at: .end(of: before))
    }
    let given = Array(module.parameters(of: after))
    fill(after) { builder in
      for parameter in given { builder.keep(parameter) }
      builder.addSteps(types, depth: depth)
      let left = builder.insert(.subi, [given[0], builder.constant(1)], .i32)
      let values = types.map { type in (builder.pool[type]?.last ?? builder.number(type)).value }
      builder.module.insert(Yield(values: [left] + values), at: .end(of: builder.block))
    }
    for result in module.results(of: op) { keep(result) }
  }

  /// The sum of a few tiles that a pointer walks over.
  private mutating func addSum(_ shape: Shape) {
    let scalar = random.pick([ScalarType.i32, .i64, .f32, .f64])
    let type = Type.of(shape, .scalar(scalar))
    let trips = random.number(in: 0...5)
    let pitch = shape.count + random.pick([0, 0, 4])
    let base = addBuffer(of: scalar, count: pitch * (trips + 1) * grid.count) { random, _ in
      Self.element(&random, scalar)
    }
    let start = insert(.muli, [program, constant(pitch * (trips + 1))], .i32)
    let first = pointers(base, start: start, offsets: index(shape), shape: shape)
    let pointerType = module.type(of: first)
    let initial = load(type)
    let distance = constant(pitch, .of(shape, .scalar(.i32)))
    let op = module.insert(
      For(
        lower: constant(0), upper: bound(trips), step: constant(1),
        initialValues: [initial.value, first], types: [type, pointerType]), at: .end(of: block))
    let body = module.appendBlock(
      to: module.region(0, of: op), parameters: [.i32, type, pointerType])
    let parameters = Array(module.parameters(of: body))
    fill(body) { builder in
      let loaded = builder.insert(Load(pointer: parameters[2], type: type))
      let sum = builder.insert(scalar.isFloat ? .addf : .addi, [parameters[1], loaded], type)
      let next = builder.insert(
        AddPointer(pointer: parameters[2], offset: distance, type: pointerType))
      builder.module.insert(Yield(values: [sum, next]), at: .end(of: body))
    }
    let magnitude = scalar.isFloat ? scalar.loadedMagnitude * (trips + 1) : nil
    keep(module.result(0, of: op), magnitude: magnitude)
  }
}
