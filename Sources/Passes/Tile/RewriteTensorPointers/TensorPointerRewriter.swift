import IR
import Support

/// One walk that takes the pointers to tiles of a function apart.
struct TensorPointerRewriter {
  private var pointers = ValueParts("a pointer to a tensor") { $0.blockPointerParts }

  /// Adds the parts of the pointers that blocks take behind their other parameters.
  mutating func takeApartParameters(in function: OpID, of module: inout Module) {
    pointers.takeApartParameters(in: function, of: &module)
  }

  mutating func rewrite(_ op: OpID, in module: inout Module) throws(Diagnostic) {
    if let make = module.view(op, as: MakeTensorPointer.self) {
      take(make, op, in: &module)
    } else if let advance = module.view(op, as: Advance.self),
      let pointer = pointer(advance.pointer)
    {
      take(advance, of: pointer, op, in: &module)
    } else if let load = module.view(op, as: Load.self), let pointer = pointer(load.pointer) {
      module.replaceLoad(op, load, through: pointer)
    } else if let store = module.view(op, as: Store.self), let pointer = pointer(store.pointer) {
      module.replaceStore(op, store, through: pointer)
    } else if pointers.handles(op, in: module) {
      try pointers.pass(op, in: &module)
    }
  }

  /// Removes the old values, which only they themselves use.
  func eraseWholePointers(in module: inout Module) { pointers.eraseWhole(in: &module) }

  private func pointer(_ value: ValueID) -> BlockPointer? {
    pointers[value].map { BlockPointer(parts: $0) }
  }
}

// MARK: - What makes pointers

extension TensorPointerRewriter {
  private mutating func take(_ make: MakeTensorPointer, _ op: OpID, in module: inout Module) {
    let offsets = make.offsets.map { module.extended($0, before: op) }
    let pointer = BlockPointer(
      base: make.base, shape: make.shape, strides: make.strides, offsets: offsets)
    pointers.set(module.result(of: op), madeBy: op, to: pointer.parts)
  }

  private mutating func take(
    _ advance: Advance, of pointer: BlockPointer, _ op: OpID, in module: inout Module
  ) {
    var moved = pointer
    for (dimension, distance) in advance.offsets.enumerated() {
      let distance = module.extended(distance, before: op)
      moved.offsets[dimension] = module.insertBinary(
        .addi, pointer.offsets[dimension], distance, before: op)
    }
    pointers.set(module.result(of: op), madeBy: op, to: moved.parts)
  }
}
