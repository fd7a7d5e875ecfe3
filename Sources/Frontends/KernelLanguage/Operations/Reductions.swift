import TileSemantics

/// Reductions along a dimension, which goes away, or of all elements to a scalar.
///
/// `axis` counts from the end if negative; one that the tile does not have is reported. With
/// `keepDimensions` what is reduced stays, with extent 1.
extension Tile where Element: NumericElement {
  /// The sum. Integers of fewer than 32 bits are summed in 32 bits; floats in their own type.
  ///
  /// Triton: `tl.sum`
  public func sum(axis: Int? = nil, keepDimensions: Bool = false) -> Tile<Element.Accumulated> {
    Tile<Element.Accumulated>(operand) {
      try $0.sum(operand, axis: axis, keepDimensions: keepDimensions)
    }
  }

  /// The sum, computed in elements of `type`.
  ///
  /// Triton: `tl.sum(…, dtype=…)`
  public func sum<Sum: NumericElement>(
    axis: Int? = nil, keepDimensions: Bool = false, as type: Sum.Type
  ) -> Tile<Sum> {
    Tile<Sum>(operand) {
      try $0.sum(operand, axis: axis, keepDimensions: keepDimensions, type: Sum.numberType)
    }
  }

  /// The greatest element.
  ///
  /// Triton: `tl.max`
  public func max(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    Tile(operand) { try $0.maximum(operand, axis: axis, keepDimensions: keepDimensions) }
  }

  /// The least element.
  ///
  /// Triton: `tl.min`
  public func min(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    Tile(operand) { try $0.minimum(operand, axis: axis, keepDimensions: keepDimensions) }
  }

  /// The greatest element along `axis` and its index.
  ///
  /// - Parameter breaksTiesLeft: of several greatest elements the first one is named, and not any.
  ///
  /// Triton: `tl.max(…, return_indices=True)`
  public func maxWithIndex(
    axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) -> (value: Tile, index: Tile<Int32>) {
    withIndex { builder in
      try builder.maximumWithIndex(
        operand, axis: axis, keepDimensions: keepDimensions, breaksTiesLeft: breaksTiesLeft)
    }
  }

  /// The least element along `axis` and its index.
  ///
  /// - Parameter breaksTiesLeft: of several least elements the first one is named, and not any.
  ///
  /// Triton: `tl.min(…, return_indices=True)`
  public func minWithIndex(
    axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) -> (value: Tile, index: Tile<Int32>) {
    withIndex { builder in
      try builder.minimumWithIndex(
        operand, axis: axis, keepDimensions: keepDimensions, breaksTiesLeft: breaksTiesLeft)
    }
  }

  /// The index of the greatest element along `axis`.
  ///
  /// Triton: `tl.argmax`
  public func argmax(
    axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) -> Tile<Int32> {
    Tile<Int32>(operand) {
      try $0.argmax(
        operand, axis: axis, keepDimensions: keepDimensions, breaksTiesLeft: breaksTiesLeft)
    }
  }

  /// The index of the least element along `axis`.
  ///
  /// Triton: `tl.argmin`
  public func argmin(
    axis: Int, keepDimensions: Bool = false, breaksTiesLeft: Bool = true
  ) -> Tile<Int32> {
    Tile<Int32>(operand) {
      try $0.argmin(
        operand, axis: axis, keepDimensions: keepDimensions, breaksTiesLeft: breaksTiesLeft)
    }
  }

  private func withIndex(
    _ body: (inout TileBuilder) throws -> (value: Operand, index: Operand)
  ) -> (value: Tile, index: Tile<Int32>) {
    let results = Trace.emit([operand], count: 2) { builder in
      let (value, index) = try body(&builder)
      return [try Self.converted(value, in: &builder), index]
    }
    return (Tile(results[0]), Tile<Int32>(results[1]))
  }
}

extension Tile where Element: IntegerElement {
  /// All elements combined by exclusive or.
  ///
  /// Triton: `tl.xor_sum`
  public func xorSum(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    Tile(operand) { try $0.xorSum(operand, axis: axis, keepDimensions: keepDimensions) }
  }

  /// All elements combined by or.
  ///
  /// Triton: `tl.reduce_or`
  public func orSum(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    Tile(operand) { try $0.reduceOr(operand, axis: axis, keepDimensions: keepDimensions) }
  }
}

extension Tile where Element == Bool {
  /// Whether one element holds.
  ///
  /// Triton: `tl.reduce_or`
  public func any(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    Tile(operand) { try $0.reduceOr(operand, axis: axis, keepDimensions: keepDimensions) }
  }

  /// Whether all elements hold.
  ///
  /// Triton: `tl.min` of truth values
  public func all(axis: Int? = nil, keepDimensions: Bool = false) -> Tile {
    !(!self).any(axis: axis, keepDimensions: keepDimensions)
  }

  /// How many elements hold.
  ///
  /// Triton: `tl.sum` of truth values
  public func sum(axis: Int? = nil, keepDimensions: Bool = false) -> Tile<UInt32> {
    Tile<UInt32>(operand) { try $0.sum(operand, axis: axis, keepDimensions: keepDimensions) }
  }
}
