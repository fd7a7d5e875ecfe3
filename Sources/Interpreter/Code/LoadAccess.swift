import IR

/// What a load needs to know besides its operands, which are in order: pointer, mask, other.
struct LoadAccess: Sendable {
  let element: ElementType
  let shape: Shape
  /// For a block pointer: the dimensions whose bounds are checked.
  let boundaryCheck: [Int]
  let padding: Padding?
}

/// What a store needs to know besides its operands, which are in order: pointer, value, mask.
struct StoreAccess: Sendable {
  let element: ElementType
  let shape: Shape
  /// For a block pointer: the dimensions whose bounds are checked.
  let boundaryCheck: [Int]
}

/// What an access through a tensor descriptor needs to know besides its operands.
struct DescriptorAccess: Sendable {
  let element: ScalarType
  let sign: Type.Signedness
  /// The extents of the block, of which a tile may leave out leading ones.
  let block: Shape
  /// The tile that is moved.
  let tile: Shape
}
