import IR

/// What a load needs to know besides its operands, which are in order: pointer, mask, other.
struct LoadAccess: Sendable {
  let element: ElementType
  let shape: Shape
  /// For a block pointer: the dimensions whose bounds are checked.
  let boundaryCheck: [Int]
  let padding: Padding?
  /// The multiples of 16 bytes that elements lie in must be in the same buffer.
  let readsWholeVectors: Bool
}
