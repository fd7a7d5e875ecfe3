import PTX

/// Bessel functions of orders zero and one, in 64 bits. Near a zero of the function the error is one
/// of its amplitude, not of the value.
extension Real {
  private static let twoOverPi = 0.6366197723675814

  /// The two parts by which the asymptotic waves are weighted, for a number of at least 8.
  private func waveParts(_ inPhase: [Double], _ offPhase: [Double]) -> (p: Real, q: Real) {
    let inverse = 8 / self
    let w = inverse * inverse
    return (polynomial(w, inPhase), inverse * polynomial(w, offPhase))
  }

  /// √(2 / πx), with 1/√2 for the angle of π/4 that the waves are apart from sine and cosine.
  private var waveAmplitude: Real { (Self.twoOverPi * 0.5 / self).squareRoot }

  /// What polynomials below 8 are evaluated at.
  private var smallArgument: Real { fma(self * self, 0.03125, -1) }

  /// J₀.
  var besselFirstZero: Real {
    let x = magnitude
    let near = polynomial(x.atMost(8).smallArgument, BesselCoefficients.smallFirstZero)
    let (p, q) = x.waveParts(BesselCoefficients.cosinePartZero, BesselCoefficients.sinePartZero)
    let (s, c) = (x.sine, x.cosine)
    let far = x.waveAmplitude * (p * (c + s) - q * (s - c))
    return x.besselLimits(near, far)
  }

  /// J₁.
  var besselFirstOne: Real {
    let x = magnitude
    let near = x * polynomial(x.atMost(8).smallArgument, BesselCoefficients.smallFirstOne)
    let (p, q) = x.waveParts(BesselCoefficients.cosinePartOne, BesselCoefficients.sinePartOne)
    let (s, c) = (x.sine, x.cosine)
    let far = x.waveAmplitude * (p * (s - c) + q * (s + c))
    let result = x.besselLimits(near, far)
    return select(self < 0, -result, result)
  }

  /// Y₀.
  var besselSecondZero: Real {
    let small = atMost(8)
    let t = small.smallArgument
    let first = polynomial(t, BesselCoefficients.smallFirstZero)
    let near = fma(
      small.logarithm * Self.twoOverPi, first,
      polynomial(t, BesselCoefficients.smallSecondZero))
    let (p, q) = waveParts(BesselCoefficients.cosinePartZero, BesselCoefficients.sinePartZero)
    let (s, c) = (sine, cosine)
    let far = waveAmplitude * (p * (s - c) + q * (s + c))
    return besselSecondLimits(besselLimits(near, far))
  }

  /// Y₁.
  var besselSecondOne: Real {
    let small = atMost(8)
    let t = small.smallArgument
    let first = small * polynomial(t, BesselCoefficients.smallFirstOne)
    let regular = fma(
      small.logarithm, first * Self.twoOverPi,
      small * polynomial(t, BesselCoefficients.smallSecondOne))
    let near = regular - Self.twoOverPi / small
    let (p, q) = waveParts(BesselCoefficients.cosinePartOne, BesselCoefficients.sinePartOne)
    let (s, c) = (sine, cosine)
    let far = waveAmplitude * (q * (s - c) - p * (s + c))
    return besselSecondLimits(besselLimits(near, far))
  }

  /// `near` below 8, `far` from there on and zero at infinity.
  private func besselLimits(_ near: Real, _ far: Real) -> Real {
    let result = select(self < 8, near, select(self == .infinity, 0, far))
    return select(isNaN, self, result)
  }

  /// What functions of the second kind are: infinite at zero and undefined below.
  private func besselSecondLimits(_ result: Real) -> Real {
    select(self == 0, -.infinity, select(self < 0, .nan, result))
  }

  /// I₀.
  var besselModifiedZero: Real {
    let x = magnitude
    let quarter = 0.25 * x * x
    let near = polynomial(quarter.atMost(16), BesselCoefficients.smallModifiedZero)
    return x.besselModified(near, BesselCoefficients.largeModifiedZero)
  }

  /// I₁.
  var besselModifiedOne: Real {
    let x = magnitude
    let quarter = 0.25 * x * x
    let series = polynomial(quarter.atMost(16), BesselCoefficients.smallModifiedOne)
    let result = x.besselModified(0.5 * x * series, BesselCoefficients.largeModifiedOne)
    return select(isNaN, self, result.withSign(of: self))
  }

  private func besselModified(_ near: Real, _ coefficients: [Double]) -> Real {
    // exp(x) alone overflows before the result does.
    let root = (self * 0.5).exponential()
    let far = root * (polynomial(8 / atLeast(8), coefficients) / squareRoot) * root
    let result = select(self < 8, near, select(self == .infinity, .infinity, far))
    return select(isNaN, self, result)
  }
}
