import IR

extension Module {
  /// Replaces `load` by one through a tile of the pointers that `pointer` stands for.
  mutating func replaceLoad(_ op: OpID, _ load: Load, through pointer: BlockPointer) {
    var access = BlockAccess(to: pointer, tile: load.type, before: op)
    var plain = load
    plain.pointer = access.pointers(in: &self)
    plain.mask = access.mask(of: load.boundaryCheck, in: &self)
    if plain.mask != nil { plain.other = access.padding(load.padding, in: &self) }
    (plain.boundaryCheck, plain.padding) = ([], nil)
    let new = insert(plain, at: .before(op), origin: origin(of: op))
    replace(op, with: [result(of: new)])
  }

  /// Replaces `store` by one through a tile of the pointers that `pointer` stands for.
  mutating func replaceStore(_ op: OpID, _ store: Store, through pointer: BlockPointer) {
    var access = BlockAccess(to: pointer, tile: type(of: store.value), before: op)
    var plain = store
    plain.pointer = access.pointers(in: &self)
    plain.mask = access.mask(of: store.boundaryCheck, in: &self)
    plain.boundaryCheck = []
    insert(plain, at: .before(op), origin: origin(of: op))
    erase(op)
  }

  /// `value` as `i64`.
  mutating func extended(_ value: ValueID, before op: OpID) -> ValueID {
    if type(of: value) == .i64 { return value }
    return insertValue(OpDraft(.extsi, operands: [value], results: [.i64]), before: op)
  }
}

/// The arithmetic that one load or store through a pointer to a tile needs, inserted before it.
struct BlockAccess {
  private let pointer: BlockPointer
  /// The type of what is loaded or stored.
  private let tile: Type
  private let op: OpID
  /// Of how many bytes the base and all strides but the last are multiples.
  private let alignment: Int
  /// For each dimension where the elements lie along it, in the shape `1x…xNx…x1`.
  private var positions: [Int: ValueID] = [:]

  init(to pointer: BlockPointer, tile: Type, before op: OpID, alignment: Int = 1) {
    (self.pointer, self.tile, self.op) = (pointer, tile, op)
    self.alignment = alignment
  }

  private var rank: Int { tile.rank }

  /// The address of every element.
  mutating func pointers(in module: inout Module) -> ValueID {
    let type = tile.with(element: module.type(of: pointer.base).element!)
    var result = module.insertValue(
      splat(pointer.base, type, multipleOf: alignment), before: op)
    for dimension in 0..<rank {
      let position = position(along: dimension, in: &module)
      let width = tile.element?.byteWidth ?? 1
      let stride = module.insertValue(
        splat(
          pointer.strides[dimension], module.type(of: position),
          multipleOf: dimension + 1 == rank ? 1 : max(1, alignment / width)), before: op)
      let distance = module.insertBinary(.muli, position, stride, before: op)
      let offset = repeated(distance, .scalar(.i64), in: &module)
      result = module.insertBinary(.addptr, result, offset, before: op)
    }
    return result
  }

  /// Which elements lie inside the tensor along `dimensions`; `nil` if there are none to check.
  mutating func mask(of dimensions: [Int], in module: inout Module) -> ValueID? {
    var result: ValueID?
    for dimension in dimensions {
      let position = position(along: dimension, in: &module)
      let type = module.type(of: position)
      let zero = module.insertNumber(0, type, before: op)
      let extent = module.insertValue(
        Splat(source: pointer.shape[dimension], type: type).draft, before: op)
      let truth = type.with(element: .i1)
      let notBefore = module.insertValue(
        CompareInteger(.sge, lhs: position, rhs: zero, type: truth).draft, before: op)
      let notBehind = module.insertValue(
        CompareInteger(.slt, lhs: position, rhs: extent, type: truth).draft, before: op)
      let inside = module.insertBinary(.andi, notBefore, notBehind, before: op)
      let mask = repeated(inside, .scalar(.i1), in: &module)
      result = result.map { module.insertBinary(.andi, $0, mask, before: op) } ?? mask
    }
    return result
  }

  /// What stands for elements outside the tensor; `nil` if that is left open.
  func padding(_ padding: Padding?, in module: inout Module) -> ValueID? {
    guard let padding, let scalar = tile.scalar else { return nil }
    let bits = padding == .nan ? scalar.floatFormat?.canonicalNaN ?? 0 : 0
    return module.insertValue(Constant(bits: bits, type: tile).draft, before: op)
  }

  /// Takes the numbers `rows` for where elements lie along the first dimension.
  mutating func setPositions(alongFirst rows: ValueID, in module: inout Module) {
    let type = module.type(of: rows).with(element: .i64)
    let wide = module.insertValue(
      OpDraft(.extsi, operands: [rows], results: [type]), before: op)
    positions[0] = spread(wide, along: 0, in: &module)
  }

  /// A tile of `source`, with the promise that it is a multiple of `divisor`.
  private func splat(_ source: ValueID, _ type: Type, multipleOf divisor: Int) -> OpDraft {
    var draft = Splat(source: source, type: type).draft
    if divisor > 1 {
      draft.attributes["tt.divisibility"] = .denseArray(
        .i32, Array(repeating: Int64(divisor), count: type.rank))
    }
    return draft
  }

  private mutating func position(along dimension: Int, in module: inout Module) -> ValueID {
    if let known = positions[dimension] { return known }
    let extent = tile.shape[dimension]
    guard let shape = Shape([extent]) else { preconditionFailure("a shape has such an extent") }
    let type = Type.tensor(shape, .scalar(.i64))
    let range = module.insertValue(
      MakeRange(start: 0, end: extent, type: type.with(element: .i32)).draft, before: op)
    let wide = module.insertValue(
      OpDraft(.extsi, operands: [range], results: [type]), before: op)
    let start = module.insertValue(
      Splat(source: pointer.offsets[dimension], type: type).draft, before: op)
    let line = module.insertBinary(.addi, start, wide, before: op)
    let result = spread(line, along: dimension, in: &module)
    positions[dimension] = result
    return result
  }

  /// The numbers `line` in the shape `1x…xNx…x1` that has them along `dimension`.
  private func spread(
    _ line: ValueID, along dimension: Int, in module: inout Module
  ) -> ValueID {
    var result = line
    for axis in 0..<rank where axis != dimension {
      let from = module.type(of: result)
      guard let shape = from.shape.inserting(1, at: axis) else { continue }
      let expansion = ExpandDims(source: result, axis: axis, type: from.with(shape: shape))
      result = module.insertValue(expansion.draft, before: op)
    }
    return result
  }

  /// `value` repeated to the shape of the tile.
  private func repeated(
    _ value: ValueID, _ element: ElementType, in module: inout Module
  ) -> ValueID {
    let type = tile.with(element: element)
    if module.type(of: value) == type { return value }
    return module.insertValue(Broadcast(source: value, type: type).draft, before: op)
  }
}
