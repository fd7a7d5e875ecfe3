import IR
import TileSemantics

/// What the greater or lesser of two floats is if one is not a number.
///
/// Triton: `tl.PropagateNan`
public enum NaNPropagation: Hashable, Sendable {
  /// The other one.
  case none
  /// Not a number.
  case all

  var attribute: IR.NaNPropagation { self == .none ? .none : .all }
}

/// The greater of both elements. Shapes are broadcast.
///
/// - Parameter nan: what it is if one is not a number.
///
/// Triton: `tl.maximum`
public func max<Element: NumericElement>(
  _ lhs: Tile<Element>, _ rhs: Tile<Element>, nan: NaNPropagation = .none
) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) {
    try $0.binary(.maximum(nan.attribute), lhs.operand, rhs.operand)
  }
}

/// The greater of each element and a number.
public func max<Element: NumericElement>(
  _ lhs: Tile<Element>, _ rhs: Int, nan: NaNPropagation = .none
) -> Tile<Element> { max(lhs, Tile(rhs), nan: nan) }

/// The greater of a number and each element.
public func max<Element: NumericElement>(
  _ lhs: Int, _ rhs: Tile<Element>, nan: NaNPropagation = .none
) -> Tile<Element> { max(Tile(lhs), rhs, nan: nan) }

/// The greater of each element and a number.
public func max<Element: FloatElement>(
  _ lhs: Tile<Element>, _ rhs: Double, nan: NaNPropagation = .none
) -> Tile<Element> { max(lhs, Tile(rhs), nan: nan) }

/// The lesser of both elements. Shapes are broadcast.
///
/// - Parameter nan: what it is if one is not a number.
///
/// Triton: `tl.minimum`
public func min<Element: NumericElement>(
  _ lhs: Tile<Element>, _ rhs: Tile<Element>, nan: NaNPropagation = .none
) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) {
    try $0.binary(.minimum(nan.attribute), lhs.operand, rhs.operand)
  }
}

/// The lesser of each element and a number.
public func min<Element: NumericElement>(
  _ lhs: Tile<Element>, _ rhs: Int, nan: NaNPropagation = .none
) -> Tile<Element> { min(lhs, Tile(rhs), nan: nan) }

/// The lesser of a number and each element.
public func min<Element: NumericElement>(
  _ lhs: Int, _ rhs: Tile<Element>, nan: NaNPropagation = .none
) -> Tile<Element> { min(Tile(lhs), rhs, nan: nan) }

/// The lesser of each element and a number.
public func min<Element: FloatElement>(
  _ lhs: Tile<Element>, _ rhs: Double, nan: NaNPropagation = .none
) -> Tile<Element> { min(lhs, Tile(rhs), nan: nan) }

/// The element, or the bound that it lies beyond. Shapes are broadcast.
///
/// - Parameter nan: what it is if the element is not a number.
///
/// Triton: `tl.clamp`
public func clamp<Element: FloatElement>(
  _ x: Tile<Element>, _ minimum: Tile<Element>, _ maximum: Tile<Element>,
  nan: NaNPropagation = .none
) -> Tile<Element> {
  Tile(x.operand, minimum.operand, maximum.operand) {
    try $0.clamp(
      x.operand, minimum: minimum.operand, maximum: maximum.operand, propagation: nan.attribute)
  }
}

/// The element, or the bound that it lies beyond.
public func clamp<Element: FloatElement>(
  _ x: Tile<Element>, _ minimum: Double, _ maximum: Double, nan: NaNPropagation = .none
) -> Tile<Element> { clamp(x, Tile(minimum), Tile(maximum), nan: nan) }
