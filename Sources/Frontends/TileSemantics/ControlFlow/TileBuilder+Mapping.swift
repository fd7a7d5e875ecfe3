import IR

/// Applying a function of scalars, with control flow of its own, to each element.
extension TileBuilder {
  /// Opens the function and goes to its start. It takes `pack` neighbouring elements of each
  /// source, those of one side by side.
  ///
  /// - Parameter sources: tiles, broadcast to one shape.
  public mutating func beginMap(
    _ sources: [Operand], pack: Int = 1
  ) throws(SemanticError) -> CombineScope {
    let name = "mapElementwise"
    guard !sources.isEmpty else { throw SemanticError("\(name): no operands") }
    let tiles = try broadcast(all: sources, for: name)
    for tile in tiles { try requireTensor(tile, for: name) }
    guard pack > 0, pack & (pack - 1) == 0, pack <= tiles[0].shape.count else {
      throw SemanticError(
        "\(name): pack is \(pack), expected a power of two up to \(tiles[0].shape.count)")
    }
    let op = insert(MapElementwise(sources: tiles.map(\.value), pack: pack, types: []))
    return open(
      op, of: tiles, parameters: tiles.flatMap { Array(repeating: $0, count: pack) }, for: name)
  }

  /// Closes the function and goes behind the operation.
  ///
  /// - Parameter values: `pack` scalars of one type for each result, side by side.
  /// - Returns: the tiles of what the function returned.
  public mutating func endMap(
    _ scope: CombineScope, returning values: [Operand]
  ) throws(SemanticError) -> [Operand] {
    precondition(scopes.last?.op == scope.op, "not the innermost control flow")
    let pack = scope.parameters.count / scope.sources.count
    let firsts = stride(from: 0, to: values.count, by: pack).map { values[$0] }
    let fits = values.enumerated().allSatisfy { position, value in
      let first = firsts[position / pack]
      return value.isScalar && value.type == first.type && value.isUnsigned == first.isUnsigned
    }
    guard !values.isEmpty, values.count % pack == 0, fits else {
      let found = values.map(\.typeName).joined(separator: ", ")
      abandon(scope)
      throw SemanticError(
        "\(scope.name): the function returns (\(found)), expected \(pack) scalars of one type "
          + "for each result")
    }
    scopes.removeLast()
    insert(MapElementwiseReturn(values: values.map(\.value)))
    let shape = scope.sources[0].shape
    let types = firsts.map { $0.type.with(shape: shape) }
    let op = module.insert(
      MapElementwise(sources: scope.sources.map(\.value), pack: pack, types: types),
      at: .before(scope.op), origin: module.origin(of: scope.op))
    module.moveBlocks(from: module.region(0, of: scope.op), to: module.region(0, of: op))
    module.erase(scope.op)
    point = scope.resume == .after(scope.op) ? .after(op) : scope.resume
    return results(of: op, like: firsts)
  }

  /// What `function` makes of each element of `sources`.
  public mutating func mapElementwise(
    _ sources: [Operand], pack: Int = 1,
    function: (inout TileBuilder, [Operand]) throws(SemanticError) -> [Operand]
  ) throws(SemanticError) -> [Operand] {
    let scope = try beginMap(sources, pack: pack)
    let values: [Operand]
    do {
      values = try function(&self, scope.parameters)
    } catch {
      abandon(scope)
      throw error
    }
    return try endMap(scope, returning: values)
  }
}
