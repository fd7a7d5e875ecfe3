import TileSemantics

/// The integers from `start` up to, but not including, `end`, as a tile of one dimension.
///
/// How many there are must be a power of two; `start` may be anything.
///
/// Triton: `tl.arange`
public func arange(_ start: Int, _ end: Int) -> Tile<Int32> {
  Tile { try $0.range(start: start, end: end) }
}

/// A tile of `shape` whose elements are all zero.
///
/// Every extent must be a power of two; `[]` makes a scalar.
///
/// Triton: `tl.zeros`
public func zeros<Element: TileElement>(_ shape: [Int], _ type: Element.Type) -> Tile<Element> {
  Tile { try $0.zeros(shape: shape, Element.scalarType, isUnsigned: Element.isUnsigned) }
}

/// A tile of zeros with the shape and elements of `tile`.
///
/// Triton: `tl.zeros_like`
public func zeros<Element>(like tile: Tile<Element>) -> Tile<Element> {
  Tile(tile.operand) {
    try $0.zeros(
      shape: tile.operand.shape.extents, Element.scalarType, isUnsigned: Element.isUnsigned)
  }
}

/// A tile of `shape` whose elements are all `value`, which is a scalar or a tile of one element.
///
/// Triton: `tl.full`
public func full<Element>(_ shape: [Int], _ value: Tile<Element>) -> Tile<Element> {
  Tile(value.operand) { try $0.full(shape: shape, value.operand) }
}

/// A tile of `shape` whose elements are all `value`.
///
/// Triton: `tl.full`
public func full<Element: NumericElement>(
  _ shape: [Int], _ value: Int, _ type: Element.Type
) -> Tile<Element> {
  Tile { try $0.full(shape: shape, $0.constant(value, type)) }
}

/// A tile of `shape` whose elements are all the one nearest to `value`.
///
/// Triton: `tl.full`
public func full<Element: FloatElement>(
  _ shape: [Int], _ value: Double, _ type: Element.Type
) -> Tile<Element> {
  Tile { try $0.full(shape: shape, $0.constant(value, type)) }
}

/// A tile of `shape` whose elements are all `value`.
///
/// Triton: `tl.full`
public func full(_ shape: [Int], _ value: Bool) -> Tile<Bool> {
  Tile { try $0.full(shape: shape, $0.constant(value)) }
}

extension Tile where Element: NumericElement {
  /// The scalar `value`; a value that the element cannot hold is reported.
  ///
  /// Triton: a number among tiles, or `tl.to_tensor`
  public init(_ value: Int) { self.init { try $0.constant(value, Element.self) } }
}

extension Tile where Element: FloatElement {
  /// The scalar nearest to `value`.
  ///
  /// Triton: a number among tiles, or `tl.to_tensor`
  public init(_ value: Double) { self.init { try $0.constant(value, Element.self) } }
}

extension Tile where Element == Bool {
  /// The scalar `value`.
  ///
  /// Triton: `True` or `False` among tiles
  public init(_ value: Bool) { self.init { $0.constant(value) } }
}
