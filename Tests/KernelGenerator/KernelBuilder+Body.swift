import IR

extension KernelBuilder {
  /// Fills the kernel: a few tiles from memory, what its family is about, and arithmetic around it.
  mutating func addBody() {
    switch family {
    case .elementwise:
      let shape = shape()
      for _ in 0..<random.number(in: 3...10) { addElementwise(shape) }
    case .conversions:
      let shape = shape()
      for _ in 0..<random.number(in: 3...8) { addConversion(shape) }
    case .shapes:
      addShapeChanges()
    case .reductions:
      for _ in 0..<random.number(in: 1...3) { addReduction() }
    case .scans:
      for _ in 0..<random.number(in: 1...2) { addScan() }
    case .memory:
      for _ in 0..<random.number(in: 1...3) { addAccess() }
    case .atomics:
      for _ in 0..<random.number(in: 1...2) { addAtomic() }
    case .loops:
      addControlFlow()
    case .gather:
      addGather()
    case .histogram:
      addHistogram()
    case .dot:
      addDot()
    }
    if family != .elementwise, random.isOnce(in: 2), let last = made.last {
      let type = type(of: last)
      if type.isTensor { addElementwise(type.shape) }
    }
  }

  /// A shape of up to two dimensions, sometimes more.
  mutating func shape() -> Shape {
    let extents = random.pick([
      [1], [2], [16], [32], [64], [64], [128], [128], [256], [512], [1024], [1, 32], [32, 1],
      [4, 8],
      [8, 16], [16, 16], [32, 8], [16, 64], [64, 16], [2, 4, 8], [4, 1, 16], [8, 8, 4],
      [2, 2, 4, 8],
      [4, 2, 1, 16],
    ])
    guard let shape = Shape(extents) else { preconditionFailure("extents are powers of two") }
    return shape
  }
}
