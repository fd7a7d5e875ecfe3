import IR

/// Pointers to tiles of a tensor in memory.
extension TileBuilder {
  /// A pointer to the tile at `offsets` of a tensor.
  ///
  /// - Parameters:
  ///   - base: where the tensor begins.
  ///   - shape: its extents, converted to `i64`.
  ///   - strides: its strides in elements, converted to `i64`.
  ///   - offsets: where the tile begins, `i32`.
  ///   - block: the extents of the tile.
  ///   - order: the dimensions from the one that varies fastest in memory.
  /// - Throws: if the counts differ or the order is no permutation.
  public mutating func makeTensorPointer(
    base: Operand, shape: [Operand], strides: [Operand], offsets: [Operand], block: [Int],
    order: [Int]
  ) throws(SemanticError) -> Operand {
    let name = "makeBlockPointer"
    guard case .element(.pointer(let pointer)) = base.type, pointer.levels == 1 else {
      throw SemanticError("\(name): base is \(base.typeName), expected a pointer to numbers")
    }
    let counts = [shape.count, strides.count, offsets.count, block.count, order.count]
    guard counts.allSatisfy({ $0 == shape.count }), !shape.isEmpty else {
      throw SemanticError(
        "\(name): extents, strides, offsets, tile and order have \(counts) entries, "
          + "expected equally many")
    }
    guard order.sorted() == Array(0..<shape.count) else {
      throw SemanticError("\(name): order \(order) is no permutation of the dimensions")
    }
    let tile = try self.shape(block, for: name)
    var start = base
    if pointer.pointee == .i1 { start = try convert(base, to: PointerType(to: .i8)) }
    let extents = try scalars(shape, to: .i64, "extent", for: name)
    let steps = try scalars(strides, to: .i64, "stride", for: name)
    let begin = try narrowOffsets(offsets, for: name)
    let element = ElementType.scalar(pointer.pointee == .i1 ? .i8 : pointer.pointee)
    return emit(
      MakeTensorPointer(
        base: start.value, shape: extents.map(\.value), strides: steps.map(\.value),
        offsets: begin.map(\.value), order: order,
        type: .blockPointer(tile, element, addressSpace: pointer.addressSpace)),
      isUnsigned: base.isUnsigned)
  }

  /// `pointer` moved by `offsets` elements.
  public mutating func advance(
    _ pointer: Operand, offsets: [Operand]
  ) throws(SemanticError) -> Operand {
    let (shape, _) = try blockPointer(pointer, for: "advance")
    guard offsets.count == shape.rank else {
      throw SemanticError(
        "advance: \(offsets.count) offsets, expected \(shape.rank) for \(pointer.typeName)")
    }
    let distances = try narrowOffsets(offsets, for: "advance")
    return emit(
      Advance(pointer: pointer.value, offsets: distances.map(\.value), type: pointer.type),
      isUnsigned: pointer.isUnsigned)
  }

  /// The tile that `pointer` leads to.
  ///
  /// - Parameters:
  ///   - boundaryCheck: the dimensions in which the tile may reach past the tensor.
  ///   - padding: what the tile has there; undefined without it.
  public mutating func loadBlock(
    _ pointer: Operand, boundaryCheck: [Int] = [], padding: Padding? = nil,
    cache: CacheModifier = .none, eviction: EvictionPolicy = .normal, isVolatile: Bool = false
  ) throws(SemanticError) -> Operand {
    let (shape, element) = try blockPointer(pointer, for: "load")
    if padding == .nan, element.isInteger {
      throw SemanticError("load: padding with NaN, but the elements are \(element)")
    }
    return emit(
      Load(
        pointer: pointer.value, type: .of(shape, element), cache: cache, eviction: eviction,
        isVolatile: isVolatile, boundaryCheck: try dimensions(boundaryCheck, of: pointer, shape),
        padding: padding),
      isUnsigned: pointer.isUnsigned)
  }

  /// Writes `value`, broadcast if it is a scalar and converted, to where `pointer` leads.
  public mutating func storeBlock(
    _ pointer: Operand, _ value: Operand, boundaryCheck: [Int] = [],
    cache: CacheModifier = .none, eviction: EvictionPolicy = .normal
  ) throws(SemanticError) {
    let (shape, element) = try blockPointer(pointer, for: "store")
    guard value.isScalar || value.shape == shape else {
      throw SemanticError(
        "store: value is \(value.typeName), expected shape \(shape.extents)")
    }
    let checked = try dimensions(boundaryCheck, of: pointer, shape)
    let tile = try broadcast(value, to: shape, "storeBlock")
    let source = try convert(tile, to: element, isUnsigned: pointer.isUnsigned)
    insert(
      Store(
        pointer: pointer.value, value: source.value, cache: cache, eviction: eviction,
        boundaryCheck: checked))
  }

  private func blockPointer(
    _ pointer: Operand, for operation: String
  ) throws(SemanticError) -> (Shape, ElementType) {
    guard case .blockPointer(let shape, let element, _) = pointer.type else {
      throw SemanticError("\(operation): has \(pointer.typeName), expected a pointer to a tile")
    }
    return (shape, element)
  }

  /// The dimensions that `boundaryCheck` names, in order.
  private func dimensions(
    _ boundaryCheck: [Int], of pointer: Operand, _ shape: Shape
  ) throws(SemanticError) -> [Int] {
    var result: Set<Int> = []
    for dimension in boundaryCheck {
      let position = dimension < 0 ? dimension + shape.rank : dimension
      guard (0..<shape.rank).contains(position), result.insert(position).inserted else {
        throw SemanticError(
          "boundary check \(boundaryCheck) does not name dimensions of \(pointer.typeName)")
      }
    }
    return result.sorted()
  }
}
