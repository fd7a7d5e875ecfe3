import IR

/// What a pointer to a tile is made of, all `i64` but the base.
struct BlockPointer {
  let base: ValueID
  let shape, strides: [ValueID]
  var offsets: [ValueID]

  /// How many values there are for a tile of `rank` dimensions.
  static func partCount(rank: Int) -> Int { 1 + 3 * rank }

  init(base: ValueID, shape: [ValueID], strides: [ValueID], offsets: [ValueID]) {
    (self.base, self.shape, self.strides, self.offsets) = (base, shape, strides, offsets)
  }

  /// The pointer whose `parts` are these.
  init(parts: [ValueID]) {
    let rank = (parts.count - 1) / 3
    base = parts[0]
    shape = Array(parts[1..<1 + rank])
    strides = Array(parts[1 + rank..<1 + 2 * rank])
    offsets = Array(parts[(1 + 2 * rank)...])
  }

  /// The base, then the shape, the strides and the offsets.
  var parts: [ValueID] { [base] + shape + strides + offsets }
}

extension Type {
  /// The types of the parts of a pointer to a tile; `nil` for any other type.
  var blockPointerParts: [Type]? {
    guard case .blockPointer(let shape, let element, let space) = self else { return nil }
    let pointer: PointerType =
      switch element {
      case .scalar(let scalar): PointerType(to: scalar, addressSpace: space)
      case .pointer(let inner):
        PointerType(to: inner.pointee, levels: inner.levels + 1, addressSpace: space)
      }
    return [.element(.pointer(pointer))] + Array(repeating: .i64, count: 3 * shape.rank)
  }
}
