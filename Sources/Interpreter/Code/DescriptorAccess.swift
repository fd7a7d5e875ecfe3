import IR

/// What an access through a tensor descriptor needs to know besides its operands.
struct DescriptorAccess: Sendable {
  let element: ScalarType
  let sign: Type.Signedness
  /// The extents of the block, of which a tile may leave out leading ones.
  let block: Shape
  /// The tile that is moved.
  let tile: Shape
}
