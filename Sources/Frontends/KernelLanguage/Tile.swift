import IR
import TileSemantics

/// Elements that a kernel computes with together, or a single one.
///
/// A tile has a shape of powers of two, which is known while the kernel is traced: `[128, 64]`, or
/// `[]` for a single element, which is what `Scalar` means. Operators work element by element;
/// tiles of different shapes are broadcast to each other as in NumPy. Elements are converted only
/// when asked for, by `to(_:)`.
public struct Tile<Element: TileElement> {
  package var operand: Operand

  package init(_ operand: Operand) { self.operand = operand }

  /// The extents, outermost first; empty for a single element.
  public var shape: [Int] { operand.type.shape.extents }

  /// How many dimensions there are; 0 for a single element.
  public var rank: Int { operand.type.shape.rank }
}

/// A single element, such as a kernel's parameter.
public typealias Scalar<Element: TileElement> = Tile<Element>
