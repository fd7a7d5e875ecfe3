import IR

/// Reductions and scans with any function, written between `begin…` and `end…` or by a closure.
///
/// The function must be associative; the order in which a reduction combines is not fixed.
extension TileBuilder {
  /// Opens the function of a reduction and goes to its start.
  ///
  /// - Parameters:
  ///   - sources: tiles of one shape, reduced together.
  ///   - axis: the dimension to reduce; all of them if there is none.
  ///   - keepDimensions: reduced dimensions stay, with extent 1.
  public mutating func beginReduce(
    _ sources: [Operand], axis: Int?, keepDimensions: Bool = false
  ) throws(SemanticError) -> CombineScope {
    let dimension = try combinedAxis(sources, axis, for: "reduce")
    var tiles = sources
    var expandedAxes: [Int] = []
    if axis == nil {
      tiles = []
      for source in sources { tiles.append(try ravel(source, allowsReorder: true)) }
      if keepDimensions {
        expandedAxes = Array(repeating: 0, count: sources.first?.type.rank ?? 0)
      }
    } else if keepDimensions {
      expandedAxes = [dimension]
    }
    let types = tiles.map { $0.type.with(shape: $0.shape.removing(dimension)) }
    let op = insert(
      Reduce(sources: tiles.map(\.value), axis: dimension, types: types))
    return openCombination(op, of: tiles, for: "reduce", expandedAxes)
  }

  /// Closes the function of a reduction and goes behind the operation.
  ///
  /// - Returns: the reduced tiles, or scalars if there was one dimension.
  /// - Throws: if the function does not return one value of each source's element type.
  public mutating func endReduce(
    _ scope: CombineScope, returning values: [Operand]
  ) throws(SemanticError) -> [Operand] {
    try closeCombination(scope, returning: values)
    insert(ReduceReturn(values: values.map(\.value)))
    point = scope.resume
    var reduced: [Operand] = []
    for var operand in results(of: scope.op, like: scope.sources) {
      for axis in scope.expandedAxes { operand = try expandDims(operand, axis: axis) }
      reduced.append(operand)
    }
    return reduced
  }

  /// The elements of `sources` along `axis` combined into one each.
  public mutating func reduce(
    _ sources: [Operand], axis: Int?, keepDimensions: Bool = false, combine: Combination
  ) throws(SemanticError) -> [Operand] {
    let scope = try beginReduce(sources, axis: axis, keepDimensions: keepDimensions)
    return try endReduce(scope, returning: combined(scope, combine))
  }

  /// Opens the function of a scan and goes to its start.
  public mutating func beginScan(
    _ sources: [Operand], axis: Int, isReverse: Bool = false
  ) throws(SemanticError) -> CombineScope {
    let dimension = try combinedAxis(sources, axis, for: "scan")
    let op = insert(
      Scan(
        sources: sources.map(\.value), axis: dimension, isReverse: isReverse,
        types: sources.map(\.type)))
    return openCombination(op, of: sources, for: "scan", [])
  }

  /// Closes the function of a scan and goes behind the operation.
  ///
  /// - Returns: the tiles in which each element is the combination of all up to it.
  /// - Throws: if the function does not return one value of each source's element type.
  public mutating func endScan(
    _ scope: CombineScope, returning values: [Operand]
  ) throws(SemanticError) -> [Operand] {
    try closeCombination(scope, returning: values)
    insert(ScanReturn(values: values.map(\.value)))
    point = scope.resume
    return results(of: scope.op, like: scope.sources)
  }

  /// Each element of `sources` replaced by the combination of all up to it along `axis`, or from
  /// it to the end if `isReverse`.
  public mutating func scan(
    _ sources: [Operand], axis: Int, isReverse: Bool = false, combine: Combination
  ) throws(SemanticError) -> [Operand] {
    let scope = try beginScan(sources, axis: axis, isReverse: isReverse)
    return try endScan(scope, returning: combined(scope, combine))
  }

  /// What `combine` returns in `scope`, which is given up if it throws.
  private mutating func combined(
    _ scope: CombineScope, _ combine: Combination
  ) throws(SemanticError) -> [Operand] {
    do {
      return try combine(&self, scope.lhs, scope.rhs)
    } catch {
      abandon(scope)
      throw error
    }
  }

  /// Removes the operation whose function could not be written, and goes behind it.
  mutating func abandon(_ scope: CombineScope) {
    while let open = scopes.popLast(), open.op != scope.op {}
    point = scope.resume
    if scope.resume == .after(scope.op) { point = .before(scope.op) }
    if point == .before(scope.op), let previous = module.previous(before: scope.op) {
      point = .after(previous)
    } else if point == .before(scope.op), let block = module.block(of: scope.op) {
      point = .start(of: block)
    }
    module.erase(scope.op)
  }

  /// The dimension that `axis` names, after checking the sources; 0 for all of them.
  private func combinedAxis(
    _ sources: [Operand], _ axis: Int?, for name: String
  ) throws(SemanticError) -> Int {
    guard let first = sources.first else { throw SemanticError("\(name): no operands") }
    for source in sources {
      try requireTensor(source, for: name)
      guard source.shape == first.shape else {
        throw SemanticError(
          "\(name): shapes \(first.shape.extents) and \(source.shape.extents) differ")
      }
    }
    guard let axis else { return 0 }
    return try dimension(axis, of: first, for: name)
  }

  private mutating func openCombination(
    _ op: OpID, of sources: [Operand], for name: String, _ expandedAxes: [Int]
  ) -> CombineScope {
    let models = sources + sources
    return open(op, of: sources, parameters: models, for: name, expandedAxes)
  }

  /// Opens the only region of `op`, whose block takes one element of each of `models`.
  mutating func open(
    _ op: OpID, of sources: [Operand], parameters models: [Operand], for name: String,
    _ expandedAxes: [Int] = []
  ) -> CombineScope {
    let resume = point
    let block = module.appendBlock(
      to: module.region(0, of: op), parameters: models.map(\.type.scalarized))
    let parameters = zip(module.parameters(of: block), models).map { value, model in
      Operand(value, model.type.scalarized, isUnsigned: model.isUnsigned)
    }
    scopes.append(OpenScope(op: op, kind: .closed(name: "a function of '\(name)'")))
    point = .end(of: block)
    return CombineScope(
      op: op, resume: resume, parameters: parameters, sources: sources, name: name,
      expandedAxes: expandedAxes)
  }

  /// Leaves the function of `scope`, after checking what it returns.
  private mutating func closeCombination(
    _ scope: CombineScope, returning values: [Operand]
  ) throws(SemanticError) {
    precondition(scopes.last?.op == scope.op, "not the innermost control flow")
    let expected = scope.sources.map { $0.type.scalarized.name(isUnsigned: $0.isUnsigned) }
    let found = values.map(\.typeName)
    guard found == expected else {
      abandon(scope)
      throw SemanticError(
        "\(scope.name): the function returns (\(found.joined(separator: ", "))), "
          + "expected (\(expected.joined(separator: ", ")))")
    }
    scopes.removeLast()
  }
}
