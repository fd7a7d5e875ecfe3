import IR
import TileSemantics

/// The address of an element in memory, or a tile of such addresses.
///
/// Adding integers moves by elements: `input + arange(0, 128)` is a tile of 128 addresses.
///
/// Triton: `tl.pointer_type`
public struct Pointer<Pointee: TileElement> {
  /// The addresses in the module.
  package var operand: Operand

  /// The pointers that `operand` holds, which must point to `Pointee`.
  package init(_ operand: Operand) {
    assert(
      operand.isPlaceholder || operand.type.element?.pointer?.pointee == Pointee.scalarType,
      "\(operand.typeName) is no pointer to \(Pointee.elementName)")
    self.operand = operand
  }

  /// The extents, outermost first; empty for a single address.
  public var shape: [Int] { operand.visibleShape }

  /// How many dimensions there are; 0 for a single address.
  public var rank: Int { operand.isPlaceholder ? 0 : operand.type.rank }
}

extension Pointer: Traced, Undefinable {
  /// Addresses that have not been given yet.
  public static var undefined: Pointer { Pointer(.undefined) }
  /// Passes the addresses to `tracer`.
  public mutating func trace(with tracer: inout Tracer) { tracer.trace(&operand) }
}

extension Pointer: TracedLeaf {
  var leaf: Operand { operand }
}
