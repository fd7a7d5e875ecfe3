import TileSemantics

/// Logic on truth values, element by element. Both sides are computed; nothing is skipped.
extension Tile where Element == Bool {
  /// Where both hold.
  ///
  /// Triton: `&`
  public static func & (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.and, lhs.operand, rhs.operand) }
  }

  /// Where both hold.
  public static func &= (lhs: inout Tile, rhs: Tile) { lhs = lhs & rhs }

  /// Where one of both holds.
  ///
  /// Triton: `|`
  public static func | (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.or, lhs.operand, rhs.operand) }
  }

  /// Where one of both holds.
  public static func |= (lhs: inout Tile, rhs: Tile) { lhs = lhs | rhs }

  /// Where exactly one holds.
  ///
  /// Triton: `^`
  public static func ^ (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.binary(.xor, lhs.operand, rhs.operand) }
  }

  /// Where exactly one holds.
  public static func ^= (lhs: inout Tile, rhs: Tile) { lhs = lhs ^ rhs }

  /// Where both hold.
  ///
  /// Triton: `and`
  public static func && (lhs: Tile, rhs: @autoclosure () -> Tile) -> Tile { lhs & rhs() }

  /// Where both hold.
  public static func && (lhs: Tile, rhs: @autoclosure () -> Bool) -> Tile {
    rhs() ? lhs : lhs & Tile(false)
  }

  /// Where one of both holds.
  ///
  /// Triton: `or`
  public static func || (lhs: Tile, rhs: @autoclosure () -> Tile) -> Tile { lhs | rhs() }

  /// Where one of both holds.
  public static func || (lhs: Tile, rhs: @autoclosure () -> Bool) -> Tile {
    rhs() ? lhs | Tile(true) : lhs
  }

  /// The opposite.
  ///
  /// Triton: `not x`
  public static prefix func ! (tile: Tile) -> Tile {
    Tile(tile.operand) { try $0.not(tile.operand) }
  }

  /// Where both are equal.
  ///
  /// Triton: `==`
  public static func == (lhs: Tile, rhs: Tile) -> Tile {
    Tile(lhs.operand, rhs.operand) { try $0.compare(.equal, lhs.operand, rhs.operand) }
  }

  /// Where both differ.
  ///
  /// Triton: `!=`
  public static func != (lhs: Tile, rhs: Tile) -> Tile { lhs ^ rhs }
}

/// Where both hold.
public func && (lhs: Bool, rhs: @autoclosure () -> Tile<Bool>) -> Tile<Bool> {
  lhs ? rhs() : rhs() & Tile<Bool>(false)
}

/// Where one of both holds.
public func || (lhs: Bool, rhs: @autoclosure () -> Tile<Bool>) -> Tile<Bool> {
  lhs ? rhs() | Tile<Bool>(true) : rhs()
}
