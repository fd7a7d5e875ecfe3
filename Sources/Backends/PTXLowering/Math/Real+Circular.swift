import PTX

/// Sines and cosines, in 64 bits unless said otherwise.
extension Real {
  /// (sin r / r - 1) / r² as a polynomial of r², for |r| ≤ π/4, within 2e-20.
  private static let sineTail = [
    -0.16666666666666666, 0.008333333333333331, -0.0001984126984126457, 2.755731921895673e-06,
    -2.5052106100926675e-08, 1.605851097953535e-10, -7.58549250782124e-13,
  ]
  /// (cos r - 1 + r²/2) / r⁴ as a polynomial of r², for |r| ≤ π/4, within 1e-21.
  private static let cosineTail = [
    0.041666666666666664, -0.0013888888888888887, 2.480158730158437e-05,
    -2.75573192211902e-07, 2.0876755717957296e-09, -1.147044941240971e-11,
    4.745202155702359e-14,
  ]
  private static let singleSineTail = [
    -0.1666666716337204, 0.008333331905305386, -0.00019840039021801203, 2.7243811473454116e-06,
  ]
  private static let singleCosineTail = [
    0.0416666679084301, -0.00138888880610466, 2.48005599132739e-05, -2.729585730776307e-07,
  ]

  /// The sine of a reduced angle, without its quarter turns.
  private static func sine(_ angle: ReducedAngle) -> Real {
    let r = angle.rest
    let z = r * r
    let tail = z * polynomial(z, r.isWide ? sineTail : singleSineTail)
    return r.isWide ? r + fma(tail, r, angle.low * (1 - 0.5 * z)) : fma(tail, r, r)
  }

  /// The cosine of a reduced angle, without its quarter turns.
  private static func cosine(_ angle: ReducedAngle) -> Real {
    let r = angle.rest
    let z = r * r
    let tail = z * z * polynomial(z, r.isWide ? cosineTail : singleCosineTail)
    let half = 0.5 * z
    let near = 1 - half
    let rest = (1 - near) - half + (r.isWide ? fma(-r, angle.low, tail) : tail)
    return near + rest
  }

  /// The sine of `angle` and `offset` quarter turns.
  private static func sine(_ angle: ReducedAngle, plus offset: Int64) -> Real {
    let quarters = angle.quarters + offset
    let value = select((quarters & 1) == 0, sine(angle), cosine(angle))
    return select((quarters & 2) == 0, value, -value)
  }

  private var angle: ReducedAngle { isWide ? reducedAngle : reducedSingleAngle }

  /// The sine, in the number's own width.
  var sine: Real {
    // Also keeps the sign of zero.
    let small = isWide ? 0x1p-27 : 0x1p-13
    let result = Self.sine(angle, plus: 0)
    return select(magnitude < small, self, select(isFinite, result, .nan))
  }

  /// The cosine, in the number's own width.
  var cosine: Real { select(isFinite, Self.sine(angle, plus: 1), .nan) }

  /// The tangent.
  var tangent: Real {
    let angle = reducedAngle
    let (sine, cosine) = (Self.sine(angle), Self.cosine(angle))
    let isOdd = (angle.quarters & 1) == 1
    let result = select(isOdd, -cosine, sine) / select(isOdd, sine, cosine)
    return select(magnitude < 0x1p-27, self, select(isFinite, result, .nan))
  }

  /// The number as an angle in half turns: what is left of the nearest quarter turn, in radians.
  private var halfTurns: ReducedAngle {
    let quarters = (self * 2).rounded("rni")
    let part = fma(quarters, -0.5, self)
    let rest = part * .pi
    let low = fma(part, .pi, -rest) + part * 1.2246467991473532e-16
    // Beyond 2^53 all numbers are even.
    let isLarge = magnitude > 0x1p53
    let count = fma(((quarters * 0.25).rounded("rmi")), -4, quarters)
    return ReducedAngle(
      rest: select(isLarge, 0, rest), low: select(isLarge, 0, low),
      quarters: select(isLarge, 0, count).integer("rni"))
  }

  /// sin(π · the number).
  var sineOfHalfTurns: Real {
    let result = Self.sine(halfTurns, plus: 0)
    // A whole number of half turns has the sign of the number.
    let isWhole = rounded("rni") == self
    let zero = formula.wide(0).withSign(of: self)
    return select(isFinite, select(isWhole, zero, result), .nan)
  }

  /// cos(π · the number).
  var cosineOfHalfTurns: Real {
    // Not minus zero between two half turns.
    select(isFinite, Self.sine(halfTurns, plus: 1) + 0, .nan)
  }
}
