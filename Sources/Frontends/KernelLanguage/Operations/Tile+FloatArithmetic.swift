import TileSemantics

/// Arithmetic of floats, and of floats with numbers of the host.
extension Tile where Element: FloatElement {
  /// The sum.
  public static func + (lhs: Tile, rhs: Double) -> Tile {
    Tile(lhs.operand) { try $0.binary(.add, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The sum.
  public static func + (lhs: Double, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.add, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The sum.
  public static func += (lhs: inout Tile, rhs: Double) { lhs = lhs + rhs }

  /// The difference.
  public static func - (lhs: Tile, rhs: Double) -> Tile {
    Tile(lhs.operand) { try $0.binary(.subtract, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The difference.
  public static func - (lhs: Double, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.subtract, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The difference.
  public static func -= (lhs: inout Tile, rhs: Double) { lhs = lhs - rhs }

  /// The product.
  public static func * (lhs: Tile, rhs: Double) -> Tile {
    Tile(lhs.operand) { try $0.binary(.multiply, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The product.
  public static func * (lhs: Double, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.multiply, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The product.
  public static func *= (lhs: inout Tile, rhs: Double) { lhs = lhs * rhs }

  /// The quotient. Of `Float16` and `BFloat16` it is computed in `Float`.
  ///
  /// Triton: `/`
  public static func / (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.divide, lhs.operand, rhs.operand) }
  }

  /// The quotient. Of `Float16` and `BFloat16` it is computed in `Float`.
  public static func / (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.divide, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The quotient. Of `Float16` and `BFloat16` it is computed in `Float`.
  public static func / (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.divide, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The quotient. Of `Float16` and `BFloat16` it is computed in `Float`.
  public static func /= (lhs: inout Tile, rhs: Tile) { lhs = lhs / rhs }

  /// The quotient. Of `Float16` and `BFloat16` it is computed in `Float`.
  public static func /= (lhs: inout Tile, rhs: Int) { lhs = lhs / rhs }

  /// The quotient.
  public static func / (lhs: Tile, rhs: Double) -> Tile {
    Tile(lhs.operand) { try $0.binary(.divide, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The quotient.
  public static func / (lhs: Double, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.divide, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The quotient.
  public static func /= (lhs: inout Tile, rhs: Double) { lhs = lhs / rhs }

  /// What division towards zero leaves, as C's `fmod`.
  ///
  /// Triton: `%`
  public static func % (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.remainder, lhs.operand, rhs.operand) }
  }

  /// What division towards zero leaves, as C's `fmod`.
  public static func % (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.remainder, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// What division towards zero leaves, as C's `fmod`.
  public static func % (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.remainder, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// What division towards zero leaves, as C's `fmod`.
  public static func %= (lhs: inout Tile, rhs: Tile) { lhs = lhs % rhs }

  /// What division towards zero leaves, as C's `fmod`.
  public static func %= (lhs: inout Tile, rhs: Int) { lhs = lhs % rhs }

  /// What division towards zero leaves.
  public static func % (lhs: Tile, rhs: Double) -> Tile {
    Tile(lhs.operand) { try $0.binary(.remainder, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// What division towards zero leaves.
  public static func % (lhs: Double, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.remainder, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// What division towards zero leaves.
  public static func %= (lhs: inout Tile, rhs: Double) { lhs = lhs % rhs }
}
