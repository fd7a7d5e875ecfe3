import IR

/// What a description of a tensor is made of.
struct TensorDescriptor {
  let base: ValueID
  /// Whether a tile has NaN where it reaches past the tensor, not zeros: `i1`.
  let padsWithNaN: ValueID
  /// In elements, `i64`.
  let shape, strides: [ValueID]

  /// Of how many bytes the base and all strides but the last, which is 1, are multiples.
  static let alignment = 16

  init(base: ValueID, padsWithNaN: ValueID, shape: [ValueID], strides: [ValueID]) {
    (self.base, self.padsWithNaN) = (base, padsWithNaN)
    (self.shape, self.strides) = (shape, strides)
  }

  /// The descriptor whose `parts` are these.
  init(parts: [ValueID]) {
    let rank = (parts.count - 2) / 2
    (base, padsWithNaN) = (parts[0], parts[1])
    shape = Array(parts[2..<2 + rank])
    strides = Array(parts[(2 + rank)...])
  }

  /// The base, the padding, then the shape and the strides.
  var parts: [ValueID] { [base, padsWithNaN] + shape + strides }
}

extension Type {
  /// The types of the parts of a descriptor; `nil` for any other type.
  var descriptorParts: [Type]? {
    guard case .descriptor(let block, let scalar, _) = self else { return nil }
    return [.pointer(to: scalar), .i1] + Array(repeating: .i64, count: 2 * block.rank)
  }
}
