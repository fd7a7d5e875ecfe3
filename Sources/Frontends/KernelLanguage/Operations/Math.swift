import IR
import TileSemantics

/// The exponential.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.exp`
public func exp<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.exp, x.operand) }
}

/// Two to the power of each element.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.exp2`
public func exp2<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.exp2, x.operand) }
}

/// The natural logarithm.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.log`
public func log<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.log, x.operand) }
}

/// The logarithm to base two.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.log2`
public func log2<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.log2, x.operand) }
}

/// The sine of an angle in radians.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.sin`
public func sin<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.sin, x.operand) }
}

/// The cosine of an angle in radians.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.cos`
public func cos<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.cos, x.operand) }
}

/// The error function.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.erf`
public func erf<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.erf, x.operand) }
}

/// The square root, as fast as the device has it.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.sqrt`
public func sqrt<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.sqrt, x.operand) }
}

/// One divided by the square root.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.rsqrt`
public func rsqrt<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.rsqrt, x.operand) }
}

/// The greatest whole number that is not greater.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.floor`
public func floor<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.floor, x.operand) }
}

/// The least whole number that is not less.
///
/// The elements are `Float` or `Double`; convert others before.
///
/// Triton: `tl.ceil`
public func ceil<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.math(.ceil, x.operand) }
}

/// `1 / (1 + exp(-x))`
///
/// Triton: `tl.sigmoid`
public func sigmoid<Element: WideFloatElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.sigmoid(x.operand) }
}

/// The exponentials along `axis`, divided by their sum.
///
/// Triton: `tl.softmax`
public func softmax<Element: WideFloatElement>(
  _ x: Tile<Element>, axis: Int = 0
) -> Tile<Element> {
  Tile(x.operand) { try $0.softmax(x.operand, axis: axis) }
}

/// The square root, rounded to the nearest.
///
/// Triton: `tl.sqrt_rn`
public func sqrtRounded(_ x: Tile<Float>) -> Tile<Float> {
  Tile(x.operand) { try $0.sqrtRounded(x.operand) }
}

/// The quotient, rounded to the nearest. Shapes are broadcast.
///
/// Triton: `tl.div_rn`
public func divideRounded(_ lhs: Tile<Float>, _ rhs: Tile<Float>) -> Tile<Float> {
  Tile(lhs.operand, rhs.operand) { try $0.divideRounded(lhs.operand, rhs.operand) }
}

/// `x * y + z`, rounded once. Shapes are broadcast.
///
/// Triton: `tl.fma`
public func fma<Element: FloatElement>(
  _ x: Tile<Element>, _ y: Tile<Element>, _ z: Tile<Element>
) -> Tile<Element> {
  Tile(x.operand, y.operand, z.operand) {
    try $0.fusedMultiplyAdd(x.operand, y.operand, z.operand)
  }
}

/// The upper half of the product of two integers of 32 or 64 bits, read without a sign. Shapes are
/// broadcast.
///
/// Triton: `tl.umulhi`
public func multiplyHigh<Element: IntegerElement>(
  _ lhs: Tile<Element>, _ rhs: Tile<Element>
) -> Tile<Element> {
  Tile(lhs.operand, rhs.operand) { try $0.mulhi(lhs.operand, rhs.operand) }
}

/// The magnitude.
///
/// Triton: `tl.abs`
public func abs<Element: NumericElement>(_ x: Tile<Element>) -> Tile<Element> {
  Tile(x.operand) { try $0.absolute(x.operand) }
}
