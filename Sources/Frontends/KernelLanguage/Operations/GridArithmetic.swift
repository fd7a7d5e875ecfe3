import TileSemantics

/// `dividend / divisor`, rounded up: how many blocks of `divisor` cover `dividend`.
///
/// Both must be positive, or the dividend 0.
///
/// Triton: `triton.cdiv`
public func cdiv(_ dividend: Int, _ divisor: Int) -> Int { (dividend + divisor - 1) / divisor }

/// `dividend / divisor`, rounded up, of scalars or tiles of positive integers.
///
/// Triton: `tl.cdiv`
public func cdiv<Element: IntegerElement>(
  _ dividend: Tile<Element>, _ divisor: Tile<Element>
) -> Tile<Element> {
  Tile(dividend.operand, divisor.operand) {
    try $0.ceilingDivide(dividend.operand, divisor.operand)
  }
}

/// `dividend / divisor`, rounded up, of scalars or tiles of positive integers.
///
/// Triton: `tl.cdiv`
public func cdiv<Element: IntegerElement>(
  _ dividend: Tile<Element>, _ divisor: Int
) -> Tile<Element> { cdiv(dividend, Tile(divisor)) }

/// The least power of two that is not less than `value`; 1 if that is not positive.
///
/// Triton: `triton.next_power_of_2`
public func nextPowerOf2(_ value: Int) -> Int {
  value <= 1 ? 1 : 1 << (Int.bitWidth - (value - 1).leadingZeroBitCount)
}
