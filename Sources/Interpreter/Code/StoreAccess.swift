import IR

/// What a store needs to know besides its operands, which are in order: pointer, value, mask.
struct StoreAccess: Sendable {
  let element: ElementType
  let shape: Shape
  /// For a block pointer: the dimensions whose bounds are checked.
  let boundaryCheck: [Int]
}
