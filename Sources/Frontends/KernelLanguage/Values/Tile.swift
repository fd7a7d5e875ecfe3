import IR
import TileSemantics

/// Elements that a kernel computes with together, or a single one.
///
/// A tile has a shape of powers of two, which is known while the kernel is traced: `[128, 64]`, or
/// `[]` for a single element, which is what `Scalar` means. Operators work element by element;
/// tiles of different shapes are broadcast to each other as in NumPy. Elements are converted only
/// when asked for, by `to(_:)`.
///
/// Triton: `tl.tensor`
public struct Tile<Element: TileElement> {
  /// The value in the module.
  package var operand: Operand

  /// The elements that `operand` holds, which must be of type `Element`.
  package init(_ operand: Operand) {
    assert(
      operand.isPlaceholder
        || (operand.scalar == Element.scalarType && operand.isUnsigned == Element.isUnsigned),
      "\(operand.typeName) is no tile of \(Element.elementName)")
    self.operand = operand
  }

  /// The extents, outermost first; empty for a single element.
  ///
  /// Triton: `x.shape`
  public var shape: [Int] { operand.visibleShape }

  /// How many dimensions there are; 0 for a single element.
  public var rank: Int { operand.isPlaceholder ? 0 : operand.type.rank }

  /// How many elements there are.
  ///
  /// Triton: `x.numel`
  public var count: Int { operand.isPlaceholder ? 1 : operand.shape.count }
}

/// A single element, such as a kernel's parameter.
public typealias Scalar<Element: TileElement> = Tile<Element>

extension Tile: Traced, Undefinable {
  /// A tile that has not been given yet.
  public static var undefined: Tile { Tile(.undefined) }
  /// Passes the tile to `tracer`.
  public mutating func trace(with tracer: inout Tracer) { tracer.trace(&operand) }
}

extension Tile: TracedLeaf {
  var leaf: Operand { operand }
}
