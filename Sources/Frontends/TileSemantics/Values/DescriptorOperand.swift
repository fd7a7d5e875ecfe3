import IR

/// A description of a tensor in memory, with what it was made of.
///
/// Where descriptors are flattened into values, as for parameters and loop-carried variables, the
/// order is: handle, extents, strides.
public struct DescriptorOperand: Hashable, Sendable {
  /// The descriptor itself.
  public var handle: Operand
  /// The tensor's extents, `i32`.
  public var shape: [Operand]
  /// The tensor's strides in elements, `i64`.
  public var strides: [Operand]

  /// A descriptor and what it was made of.
  public init(handle: Operand, shape: [Operand], strides: [Operand]) {
    self.handle = handle
    self.shape = shape
    self.strides = strides
  }

  /// The extents of the tiles that are moved.
  public var block: Shape {
    if case .descriptor(let block, _, _) = handle.type { block } else { .scalar }
  }

  /// The type of an element.
  public var element: ScalarType {
    if case .descriptor(_, let element, _) = handle.type { element } else { .i8 }
  }

  /// The type of the tiles that are moved.
  public var tileType: Type { .of(block, .scalar(element)) }
}
