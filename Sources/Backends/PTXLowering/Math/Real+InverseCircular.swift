import PTX

/// Angles whose sine, cosine or tangent is given, in 64 bits.
extension Real {
  /// (asin x / x - 1) / x² as a polynomial of x², for |x| ≤ 1/2, within 1e-18.
  private static let arcSineTail = [
    0.16666666666666666, 0.07500000000000119, 0.04464285714255019, 0.030381944475693704,
    0.022372157435623815, 0.017352816768546473, 0.013963775787848137, 0.011566511821890942,
    0.00962140274734483, 0.009322101501082774, 0.0030350071727267623, 0.019579201619744684,
    -0.019277545928584557, 0.02963502626354855,
  ]
  /// (atan x / x - 1) / x² as a polynomial of x², for |x| ≤ √2 - 1, within 2e-18.
  private static let arcTangentTail = [
    -0.3333333333333333, 0.19999999999999804, -0.1428571428565962, 0.11111111105135144,
    -0.0909090875249078, 0.07692296345833015, -0.06666424361404927, 0.05878922970309668,
    -0.052304098866177415, 0.045513908032899016, -0.03456535729190067, 0.01627999005782057,
  ]
  private static let halfPi = (high: 1.5707963267948966, low: 6.123233995736766e-17)

  /// The arc sine of a number up to one half, minus the number.
  private var arcSineRest: Real {
    let z = self * self
    return z * polynomial(z, Self.arcSineTail) * self
  }

  /// The root of half of what is between the magnitude and one.
  private var halfComplementRoot: Real { ((1 - magnitude) * 0.5).squareRoot }

  /// The angle from -π/2 to π/2 whose sine is the number.
  var arcSine: Real {
    let near = self + arcSineRest
    let root = halfComplementRoot
    let rest = fma(root.arcSineRest, 2, -Self.halfPi.low)
    let far = (Self.halfPi.high - (rest + 2 * root)).withSign(of: self)
    return select(magnitude <= 0.5, near, far)
  }

  /// The angle from 0 to π whose cosine is the number.
  var arcCosine: Real {
    let near = Self.halfPi.high - (self - (Self.halfPi.low - arcSineRest))
    let root = halfComplementRoot
    let angle = 2 * (root + root.arcSineRest)
    let opposite =
      2 * Self.halfPi.high - (2 * root + fma(root.arcSineRest, 2, -2 * Self.halfPi.low))
    return select(magnitude <= 0.5, near, select(self < 0, opposite, angle))
  }

  /// The angle from -π/2 to π/2 whose tangent is the number.
  var arcTangent: Real {
    let x = magnitude
    let (isLarge, isMiddle) = (x > 2.414213562373095, x > 0.41421356237309503)
    let reduced = select(
      isLarge, -1 / x, select(isMiddle, (x - 1) / (x + 1), x))
    let base = select(isLarge, formula.wide(Self.halfPi.high), formula.wide(Self.halfPi.high / 2))
    let low = select(isLarge, formula.wide(Self.halfPi.low), formula.wide(Self.halfPi.low / 2))
    let z = reduced * reduced
    let rest = z * polynomial(z, Self.arcTangentTail)
    let near = fma(rest, reduced, reduced)
    let far = base + (reduced + fma(rest, reduced, low))
    return select(isNaN, self, select(isMiddle, far, near).withSign(of: self))
  }

  /// The angle of the point whose ordinate is the number.
  func arcTangent(overAbscissa abscissa: Real) -> Real {
    let (y, x) = (magnitude, abscissa.magnitude)
    let isSteep = y > x
    let (large, small) = (select(isSteep, y, x), select(isSteep, x, y))
    let quotient = select(
      large == 0, 0, select(small == .infinity, 1, small / large))
    let angle = quotient.arcTangent
    let first = select(isSteep, (Self.halfPi.high - angle) + Self.halfPi.low, angle)
    let isLeft = abscissa.bits < 0
    let second = select(
      isLeft, (2 * Self.halfPi.high - first) + 2 * Self.halfPi.low, first)
    return select(isNaN || abscissa.isNaN, .nan, second.withSign(of: self))
  }
}
