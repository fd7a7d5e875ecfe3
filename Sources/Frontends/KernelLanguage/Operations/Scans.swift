import TileSemantics

/// Running combinations along a dimension. `axis` counts from the end if negative.
extension Tile where Element: NumericElement {
  /// The sum of all elements up to each one along `axis`, or from each one on if `isReverse`.
  ///
  /// Integers of fewer than 32 bits are summed in 32 bits.
  ///
  /// Triton: `tl.cumsum`
  public func cumulativeSum(
    axis: Int = 0, isReverse: Bool = false
  ) -> Tile<Element.Accumulated> {
    Tile<Element.Accumulated>(operand) {
      try $0.cumulativeSum(operand, axis: axis, isReverse: isReverse)
    }
  }

  /// The product of all elements up to each one along `axis`, or from each one on if `isReverse`.
  ///
  /// Triton: `tl.cumprod`
  public func cumulativeProduct(axis: Int = 0, isReverse: Bool = false) -> Tile {
    Tile(operand) { try $0.cumulativeProduct(operand, axis: axis, isReverse: isReverse) }
  }
}
