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

  /// The sum of all elements up to each one along `axis`, or from each one on if `isReverse`,
  /// computed in another type.
  ///
  /// Triton: `tl.cumsum(…, dtype=…)`
  public func cumulativeSum<Sum: NumericElement>(
    axis: Int = 0, isReverse: Bool = false, as type: Sum.Type
  ) -> Tile<Sum> { to(type).cumulativeSumKeepingType(axis: axis, isReverse: isReverse) }

  private func cumulativeSumKeepingType(axis: Int, isReverse: Bool) -> Tile {
    Tile(operand) {
      try $0.cumulativeSum(operand, axis: axis, isReverse: isReverse, type: Element.numberType)
    }
  }

  /// The product of all elements up to each one along `axis`, or from each one on if `isReverse`.
  ///
  /// Triton: `tl.cumprod`
  public func cumulativeProduct(axis: Int = 0, isReverse: Bool = false) -> Tile {
    Tile(operand) { try $0.cumulativeProduct(operand, axis: axis, isReverse: isReverse) }
  }
}
