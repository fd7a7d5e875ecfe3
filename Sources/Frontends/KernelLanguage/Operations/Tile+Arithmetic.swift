import TileSemantics

/// Arithmetic element by element. Shapes are broadcast, elements must be of one type, and a number
/// of the host takes the tile's type: it is reported if the type cannot hold it.
extension Tile where Element: NumericElement {
  /// The sum; integers wrap around.
  ///
  /// Triton: `tl.add`
  public static func + (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.add, lhs.operand, rhs.operand) }
  }

  /// The sum; integers wrap around.
  public static func + (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.add, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The sum; integers wrap around.
  public static func + (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.add, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The sum; integers wrap around.
  public static func += (lhs: inout Tile, rhs: Tile) { lhs = lhs + rhs }

  /// The sum; integers wrap around.
  public static func += (lhs: inout Tile, rhs: Int) { lhs = lhs + rhs }

  /// The difference; integers wrap around.
  ///
  /// Triton: `tl.sub`
  public static func - (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.subtract, lhs.operand, rhs.operand) }
  }

  /// The difference; integers wrap around.
  public static func - (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.subtract, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The difference; integers wrap around.
  public static func - (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.subtract, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The difference; integers wrap around.
  public static func -= (lhs: inout Tile, rhs: Tile) { lhs = lhs - rhs }

  /// The difference; integers wrap around.
  public static func -= (lhs: inout Tile, rhs: Int) { lhs = lhs - rhs }

  /// The product; integers wrap around.
  ///
  /// Triton: `tl.mul`
  public static func * (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.multiply, lhs.operand, rhs.operand) }
  }

  /// The product; integers wrap around.
  public static func * (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.multiply, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The product; integers wrap around.
  public static func * (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.multiply, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The product; integers wrap around.
  public static func *= (lhs: inout Tile, rhs: Tile) { lhs = lhs * rhs }

  /// The product; integers wrap around.
  public static func *= (lhs: inout Tile, rhs: Int) { lhs = lhs * rhs }

  /// The opposite: zero minus the tile.
  ///
  /// Triton: `-x`
  public static prefix func - (tile: Tile) -> Tile {
    Tile(tile.operand) { try $0.negate(tile.operand) }
  }

  /// The tile itself.
  ///
  /// Triton: `+x`
  public static prefix func + (tile: Tile) -> Tile { tile }
}
