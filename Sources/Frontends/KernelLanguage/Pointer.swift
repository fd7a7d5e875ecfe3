import IR
import TileSemantics

/// The address of an element in memory, or a tile of such addresses.
///
/// Adding integers moves by elements: `input + arange(0, 128)` is a tile of 128 addresses.
public struct Pointer<Pointee: TileElement> {
  package var operand: Operand

  package init(_ operand: Operand) { self.operand = operand }

  /// The extents, outermost first; empty for a single address.
  public var shape: [Int] { operand.type.shape.extents }
}
