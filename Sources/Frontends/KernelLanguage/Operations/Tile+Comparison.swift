import TileSemantics

/// Comparisons element by element. Shapes are broadcast, elements must be of one type.
extension Tile where Element: NumericElement {
  /// Which elements are equal.
  ///
  /// Triton: `==`
  public static func == (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) { try $0.compare(.equal, lhs.operand, rhs.operand) }
  }

  /// Which elements are equal.
  public static func == (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.equal, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Which elements are equal.
  public static func == (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.equal, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Which elements differ; true where one is not a number.
  ///
  /// Triton: `!=`
  public static func != (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) { try $0.compare(.notEqual, lhs.operand, rhs.operand) }
  }

  /// Which elements differ; true where one is not a number.
  public static func != (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.notEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Which elements differ; true where one is not a number.
  public static func != (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.notEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is less; false where one is not a number.
  ///
  /// Triton: `<`
  public static func < (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) { try $0.compare(.less, lhs.operand, rhs.operand) }
  }

  /// Where the left element is less; false where one is not a number.
  public static func < (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.less, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is less; false where one is not a number.
  public static func < (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.less, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is not greater; false where one is not a number.
  ///
  /// Triton: `<=`
  public static func <= (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) { try $0.compare(.lessOrEqual, lhs.operand, rhs.operand) }
  }

  /// Where the left element is not greater; false where one is not a number.
  public static func <= (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.lessOrEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is not greater; false where one is not a number.
  public static func <= (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.lessOrEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is greater; false where one is not a number.
  ///
  /// Triton: `>`
  public static func > (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) { try $0.compare(.greater, lhs.operand, rhs.operand) }
  }

  /// Where the left element is greater; false where one is not a number.
  public static func > (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.greater, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is greater; false where one is not a number.
  public static func > (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.greater, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is not less; false where one is not a number.
  ///
  /// Triton: `>=`
  public static func >= (lhs: Tile, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(lhs.operand, rhs.operand) {
      try $0.compare(.greaterOrEqual, lhs.operand, rhs.operand)
    }
  }

  /// Where the left element is not less; false where one is not a number.
  public static func >= (lhs: Tile, rhs: Int) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.greaterOrEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is not less; false where one is not a number.
  public static func >= (lhs: Int, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.greaterOrEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }
}

/// Comparisons of floats with numbers of the host.
extension Tile where Element: FloatElement {
  /// Which elements are equal.
  public static func == (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.equal, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Which elements are equal.
  public static func == (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.equal, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Which elements differ; true where one is not a number.
  public static func != (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.notEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Which elements differ; true where one is not a number.
  public static func != (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.notEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is less; false where one is not a number.
  public static func < (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.less, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is less; false where one is not a number.
  public static func < (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.less, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is not greater; false where one is not a number.
  public static func <= (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.lessOrEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is not greater; false where one is not a number.
  public static func <= (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.lessOrEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is greater; false where one is not a number.
  public static func > (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.greater, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is greater; false where one is not a number.
  public static func > (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.greater, $0.constant(lhs, Element.self), rhs.operand)
    }
  }

  /// Where the left element is not less; false where one is not a number.
  public static func >= (lhs: Tile, rhs: Double) -> Tile<Bool> {
    Tile<Bool>(lhs.operand) {
      try $0.compare(.greaterOrEqual, lhs.operand, $0.constant(rhs, Element.self))
    }
  }

  /// Where the left element is not less; false where one is not a number.
  public static func >= (lhs: Double, rhs: Tile) -> Tile<Bool> {
    Tile<Bool>(rhs.operand) {
      try $0.compare(.greaterOrEqual, $0.constant(lhs, Element.self), rhs.operand)
    }
  }
}
