import IR

/// What an SSA value is while a program runs.
enum RuntimeValue: Sendable {
  case tile(TileValue)
  case descriptor(TensorView)
  case blockPointer(BlockPointer)
}

extension RuntimeValue {
  /// A value of `type` that nothing may depend on: zeros, and tensors without elements.
  init(placeholderFor type: Type) {
    switch type {
    case .element, .tensor: self = .tile(.uniform(0))
    case .descriptor(let shape, _, _):
      let zeros = [Int64](repeating: 0, count: shape.rank)
      self = .descriptor(TensorView(base: 0, shape: zeros, strides: zeros, padding: .zero))
    case .blockPointer(let shape, _, _):
      let zeros = [Int64](repeating: 0, count: shape.rank)
      self = .blockPointer(BlockPointer(base: 0, shape: zeros, strides: zeros, offsets: zeros))
    }
  }
}
