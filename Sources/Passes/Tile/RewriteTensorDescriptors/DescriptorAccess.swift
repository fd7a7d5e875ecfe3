import IR

/// An access through a descriptor that was taken apart.
struct DescriptorAccess {
  /// The descriptor.
  let descriptor: TensorDescriptor
  /// The type of a block of the tensor.
  let block: Type
  /// Integers carry no sign.
  let isUnsigned: Bool
  /// Before which operation the arithmetic stands.
  let op: OpID

  /// The addresses of the block at `indices`, and which of them lie in the tensor.
  func elements(at indices: [ValueID], in module: inout Module) -> Elements {
    let pointer = BlockPointer(
      base: descriptor.base, shape: descriptor.shape, strides: descriptor.strides,
      offsets: indices.map { module.extended($0, before: op) })
    var access = BlockAccess(
      to: pointer, tile: block, before: op, alignment: TensorDescriptor.alignment)
    let pointers = access.pointers(in: &module)
    guard let mask = access.mask(of: Array(0..<block.rank), in: &module) else {
      preconditionFailure("a block has a dimension")
    }
    return Elements(pointers: pointers, mask: mask)
  }

  /// The addresses of the rows of numbers `rows` from `column` on, as a tile of type `tile`, and
  /// which of them lie in the tensor.
  func elements(
    ofRows rows: ValueID, from column: ValueID, _ tile: Type, in module: inout Module
  ) -> Elements {
    let zero = module.insertNumber(0, .i64, before: op)
    let pointer = BlockPointer(
      base: descriptor.base, shape: descriptor.shape, strides: descriptor.strides,
      offsets: [zero, module.extended(column, before: op)])
    var access = BlockAccess(
      to: pointer, tile: tile, before: op, alignment: TensorDescriptor.alignment)
    access.setPositions(alongFirst: rows, in: &module)
    let pointers = access.pointers(in: &module)
    guard let mask = access.mask(of: [0, 1], in: &module) else {
      preconditionFailure("a tile of rows has dimensions")
    }
    return Elements(pointers: pointers, mask: mask)
  }

  /// What stands for the elements of a tile of type `tile` that lie outside of the tensor.
  func padding(_ tile: Type, in module: inout Module) -> ValueID {
    let zero = module.insertValue(Constant(bits: 0, type: tile).draft, before: op)
    guard let format = tile.scalar?.floatFormat, let bits = format.canonicalNaN else { return zero }
    let nan = module.insertValue(Constant(bits: bits, type: tile).draft, before: op)
    return module.insertValue(
      Select(condition: descriptor.padsWithNaN, whenTrue: nan, whenFalse: zero, type: tile).draft,
      before: op)
  }

  /// Where elements are.
  struct Elements {
    /// The address of each.
    let pointers: ValueID
    /// Whether each lies in the tensor.
    let mask: ValueID
  }
}

extension Module {
  /// Replaces `load` by one through pointers.
  mutating func replace(_ load: DescriptorLoad, _ op: OpID, through access: DescriptorAccess) {
    let elements = access.elements(at: load.indices, in: &self)
    let plain = Load(
      pointer: elements.pointers, mask: elements.mask,
      other: access.padding(access.block, in: &self), type: access.block, cache: load.cache,
      eviction: load.eviction)
    let loaded = insertValue(plain.draft, before: op)
    replace(op, with: [reshaped(loaded, to: load.type, before: op)])
  }

  /// Replaces `store` by one through pointers.
  mutating func replace(_ store: DescriptorStore, _ op: OpID, through access: DescriptorAccess) {
    let elements = access.elements(at: store.indices, in: &self)
    let value = reshaped(store.source, to: access.block, before: op)
    insert(
      Store(pointer: elements.pointers, value: value, mask: elements.mask), at: .before(op),
      origin: origin(of: op))
    erase(op)
  }

  /// Replaces `gather` by a load through pointers.
  mutating func replace(_ gather: DescriptorGather, _ op: OpID, through access: DescriptorAccess) {
    let elements = access.elements(
      ofRows: gather.rows, from: gather.column, gather.type, in: &self)
    let plain = Load(
      pointer: elements.pointers, mask: elements.mask,
      other: access.padding(gather.type, in: &self), type: gather.type)
    replace(op, with: [insertValue(plain.draft, before: op)])
  }

  /// Replaces `scatter` by a store through pointers.
  mutating func replace(
    _ scatter: DescriptorScatter, _ op: OpID, through access: DescriptorAccess
  ) {
    let elements = access.elements(
      ofRows: scatter.rows, from: scatter.column, type(of: scatter.source), in: &self)
    insert(
      Store(pointer: elements.pointers, value: scatter.source, mask: elements.mask),
      at: .before(op), origin: origin(of: op))
    erase(op)
  }

  /// `value` as a tile of type `type` with the same elements in the same order.
  mutating func reshaped(_ value: ValueID, to type: Type, before op: OpID) -> ValueID {
    if self.type(of: value) == type { return value }
    return insertValue(Reshape(source: value, type: type).draft, before: op)
  }
}
