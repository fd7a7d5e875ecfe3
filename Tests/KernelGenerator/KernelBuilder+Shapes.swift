import IR

extension KernelBuilder {
  /// A tile, and several changes of its shape one after another.
  mutating func addShapeChanges() {
    let scalar = random.pick([
      ScalarType.i1, .i8, .i16, .i32, .i64, .f16, .bf16, .f32, .f64, .f8E5M2,
    ])
    var current = load(.of(shape(), .scalar(scalar)))
    for _ in 0..<random.number(in: 2...7) {
      current = changeShape(of: current) ?? current
      if random.isOnce(in: 3), scalar.isInteger, scalar != .i1 { addInteger(type(of: current)) }
      if random.isOnce(in: 4) { current = load(type(of: current)) }
    }
  }

  /// One change of the shape of `source`; `nil` if the one that came up does not fit.
  private mutating func changeShape(of source: Number) -> Number? {
    let type = type(of: source)
    let shape = type.shape
    let magnitude = source.magnitude
    switch random.number(in: 0...6) {
    case 0:
      let axis = random.number(in: 0...shape.rank)
      guard shape.rank < 4, let wider = shape.inserting(1, at: axis) else { return nil }
      let expanded = ExpandDims(source: source.value, axis: axis, type: type.with(shape: wider))
      return keep(insert(expanded), magnitude: magnitude)
    case 1:
      let ones = (0..<shape.rank).filter { shape[$0] == 1 }
      guard !ones.isEmpty, shape.count <= Self.maximumCount / 8,
        let wider = shape.replacing(random.pick(ones), with: random.pick([2, 4, 8]))
      else { return nil }
      let repeated = Broadcast(source: source.value, type: type.with(shape: wider))
      return keep(insert(repeated), magnitude: magnitude)
    case 2:
      guard let other = otherShape(of: shape.count) else { return nil }
      let reshaped = Reshape(source: source.value, type: type.with(shape: other))
      return keep(insert(reshaped), magnitude: magnitude)
    case 3:
      let order = random.shuffled(Array(0..<shape.rank))
      guard shape.rank > 1, let other = Shape(order.map { shape[$0] }) else { return nil }
      let turned = Transpose(source: source.value, order: order, type: type.with(shape: other))
      return keep(insert(turned), magnitude: magnitude)
    case 4:
      guard shape.rank < 4, shape.count <= Self.maximumCount / 2,
        let wider = shape.inserting(2, at: shape.rank)
      else { return nil }
      let partner = number(type)
      let pair = random.shuffled([source, partner])
      let joined = Join(lhs: pair[0].value, rhs: pair[1].value, type: type.with(shape: wider))
      return keep(insert(joined), magnitude: Self.larger(source, partner))
    case 5:
      guard shape.rank > 1, shape[shape.rank - 1] == 2 else { return nil }
      let half = type.with(shape: shape.removing(shape.rank - 1))
      let op = module.insert(Split(source: source.value, type: half), at: .end(of: block))
      let parts = module.results(of: op).map { keep($0, magnitude: magnitude) }
      return random.pick(parts)
    default:
      let scalar = number(type.scalarized)
      let tile = Splat(source: scalar.value, type: type)
      return keep(insert(tile), magnitude: scalar.magnitude)
    }
  }

  /// A shape of up to four dimensions with `count` elements.
  private mutating func otherShape(of count: Int) -> Shape? {
    var extents = [count]
    for _ in 0..<random.number(in: 0...3) {
      let place = random.number(in: 0...extents.count - 1)
      let factor = 1 << random.number(in: 0...extents[place].trailingZeroBitCount)
      extents[place] /= factor
      extents.insert(factor, at: place + random.number(in: 0...1))
    }
    return Shape(extents)
  }
}
