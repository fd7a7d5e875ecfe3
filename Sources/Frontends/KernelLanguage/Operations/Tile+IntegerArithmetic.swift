import TileSemantics

/// Division and bits of integers.
extension Tile where Element: IntegerElement {
  /// The quotient, rounded towards zero as Swift does.
  ///
  /// Triton: `//`
  public static func / (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.floorDivide, lhs.operand, rhs.operand) }
  }

  /// The quotient, rounded towards zero as Swift does.
  public static func / (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.floorDivide, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The quotient, rounded towards zero as Swift does.
  public static func / (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.floorDivide, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The quotient, rounded towards zero as Swift does.
  public static func /= (lhs: inout Tile, rhs: Tile) { lhs = lhs / rhs }

  /// The quotient, rounded towards zero as Swift does.
  public static func /= (lhs: inout Tile, rhs: Int) { lhs = lhs / rhs }

  /// What division towards zero leaves, with the sign of the left operand.
  ///
  /// Triton: `%`
  public static func % (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.remainder, lhs.operand, rhs.operand) }
  }

  /// What division towards zero leaves, with the sign of the left operand.
  public static func % (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.remainder, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// What division towards zero leaves, with the sign of the left operand.
  public static func % (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.remainder, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// What division towards zero leaves, with the sign of the left operand.
  public static func %= (lhs: inout Tile, rhs: Tile) { lhs = lhs % rhs }

  /// What division towards zero leaves, with the sign of the left operand.
  public static func %= (lhs: inout Tile, rhs: Int) { lhs = lhs % rhs }

  /// The bits that both have.
  ///
  /// Triton: `&`
  public static func & (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.and, lhs.operand, rhs.operand) }
  }

  /// The bits that both have.
  public static func & (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.and, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The bits that both have.
  public static func & (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.and, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The bits that both have.
  public static func &= (lhs: inout Tile, rhs: Tile) { lhs = lhs & rhs }

  /// The bits that both have.
  public static func &= (lhs: inout Tile, rhs: Int) { lhs = lhs & rhs }

  /// The bits that one of both has.
  ///
  /// Triton: `|`
  public static func | (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.or, lhs.operand, rhs.operand) }
  }

  /// The bits that one of both has.
  public static func | (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.or, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The bits that one of both has.
  public static func | (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.or, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The bits that one of both has.
  public static func |= (lhs: inout Tile, rhs: Tile) { lhs = lhs | rhs }

  /// The bits that one of both has.
  public static func |= (lhs: inout Tile, rhs: Int) { lhs = lhs | rhs }

  /// The bits that differ.
  ///
  /// Triton: `^`
  public static func ^ (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.xor, lhs.operand, rhs.operand) }
  }

  /// The bits that differ.
  public static func ^ (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.xor, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The bits that differ.
  public static func ^ (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.xor, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The bits that differ.
  public static func ^= (lhs: inout Tile, rhs: Tile) { lhs = lhs ^ rhs }

  /// The bits that differ.
  public static func ^= (lhs: inout Tile, rhs: Int) { lhs = lhs ^ rhs }

  /// The bits moved to higher places.
  ///
  /// Triton: `<<`
  public static func << (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.shiftLeft, lhs.operand, rhs.operand) }
  }

  /// The bits moved to higher places.
  public static func << (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.shiftLeft, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The bits moved to higher places.
  public static func << (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.shiftLeft, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The bits moved to higher places.
  public static func <<= (lhs: inout Tile, rhs: Tile) { lhs = lhs << rhs }

  /// The bits moved to higher places.
  public static func <<= (lhs: inout Tile, rhs: Int) { lhs = lhs << rhs }

  /// The bits moved to lower places; integers with a sign keep it.
  ///
  /// Triton: `>>`
  public static func >> (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.shiftRight, lhs.operand, rhs.operand) }
  }

  /// The bits moved to lower places; integers with a sign keep it.
  public static func >> (lhs: Tile, rhs: Int) -> Tile {
    Tile(lhs.operand) { try $0.binary(.shiftRight, lhs.operand, $0.constant(rhs, Element.self)) }
  }

  /// The bits moved to lower places; integers with a sign keep it.
  public static func >> (lhs: Int, rhs: Tile) -> Tile {
    Tile(rhs.operand) { try $0.binary(.shiftRight, $0.constant(lhs, Element.self), rhs.operand) }
  }

  /// The bits moved to lower places; integers with a sign keep it.
  public static func >>= (lhs: inout Tile, rhs: Tile) { lhs = lhs >> rhs }

  /// The bits moved to lower places; integers with a sign keep it.
  public static func >>= (lhs: inout Tile, rhs: Int) { lhs = lhs >> rhs }

  /// The opposite of every bit.
  ///
  /// Triton: `~x`
  public static prefix func ~ (tile: Tile) -> Tile {
    Tile(tile.operand) { try $0.not(tile.operand) }
  }
}
