import IR
import TileSemantics

/// The place of a tile in a tensor in memory: where the tensor begins, its extents and strides, and
/// where in it the tile lies.
///
/// `load` and `store` move the tile; where `boundaryCheck` names a dimension, it may reach past the
/// tensor. `advanced(by:)` gives the place of another tile. A `TensorDescriptor` does the same with
/// the device's copy engine and checks all dimensions.
///
/// Triton: the value of `tl.make_block_ptr`
public struct BlockPointer<Element: TileElement> {
  /// The block pointer in the module.
  package var operand: Operand

  /// The block pointer that `operand` holds.
  init(_ operand: Operand) { self.operand = operand }

  /// The extents of the tile that is moved.
  public var tileShape: [Int] {
    guard !operand.isPlaceholder, case .blockPointer(let shape, _, _) = operand.type else {
      return operand.visibleShape
    }
    return shape.extents
  }
}

extension BlockPointer: Traced, Undefinable {
  /// A place that has not been given yet.
  public static var undefined: BlockPointer { BlockPointer(.undefined) }
  /// Passes the block pointer to `tracer`.
  public mutating func trace(with tracer: inout Tracer) { tracer.trace(&operand) }
}

extension BlockPointer: TracedLeaf {
  var leaf: Operand { operand }
}
