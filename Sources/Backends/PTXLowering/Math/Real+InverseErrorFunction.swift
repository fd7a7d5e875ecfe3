import PTX

/// Inverses of the error function and the normal distribution, in 64 bits.
extension Real {
  private static let halfRootOfPi = 0.886226925452758

  /// The number whose error function is the number.
  var inverseErrorFunction: Real {
    let y = magnitude
    // Two terms of the series, then Halley's method, which triples the number of right digits.
    let bounded = y.atMost(0.5)
    var x = bounded * Self.halfRootOfPi * fma(bounded * bounded, .pi / 12, 1)
    for _ in 0..<2 {
      let newton =
        (x.errorFunction - bounded) * Self.halfRootOfPi * (x * x).exponential()
      x = x - newton / fma(x, newton, 1)
    }
    let near = select(y < 1e-8, y * Self.halfRootOfPi, x)
    let far = (1 - y).smallInverseErrorComplement
    return select(isNaN, self, select(y > 0.5, far, near).withSign(of: self))
  }

  /// The number whose complementary error function is the number.
  var inverseErrorComplement: Real {
    let isUpper = self > 1
    let q = select(isUpper, 2 - self, self)
    let near = (1 - q).inverseErrorFunction
    let value = select(q < 0.5, q.smallInverseErrorComplement, near)
    return select(isUpper, -value, value)
  }

  /// The number whose complementary error function is the number, which is at most one half: where
  /// x² - log(exp(x²) · erfc x) + log q is zero, whose terms neither vanish nor cancel.
  private var smallInverseErrorComplement: Real {
    let logarithm = self.logarithm
    // Three right digits (Abramowitz and Stegun, 26.2.23), which each round doubles.
    let t = (2 * (0.6931471805599453 - logarithm)).squareRoot
    let numerator = fma(t, fma(t, 0.010328, 0.802853), 2.515517)
    let denominator = fma(t, fma(t, fma(t, 0.001308, 0.189269), 1.432788), 1)
    var x = (t - numerator / denominator) * 0.7071067811865476
    for _ in 0..<4 {
      let scaled = x.scaledErrorComplement
      let excess = fma(x, x, logarithm) - scaled.logarithm
      x = x - excess * scaled * Self.halfRootOfPi
    }
    return select(self == 0, .infinity, select(self > 0, x, .nan))
  }

  /// The probability that a normally distributed number is at most the number.
  var normalDistribution: Real {
    let bounded = atMost(40).atLeast(-40)
    // The complement amplifies an error of its argument, so that is taken in two parts.
    let argument = bounded * -0.7071067811865476
    let rest = fma(bounded, -0.7071067811865476, -argument) + bounded * 4.833646656726457e-17
    let slope = (-argument * argument).exponential() * 1.1283791670955126
    return select(isNaN, self, 0.5 * fma(-rest, slope, argument.errorComplement))
  }

  /// The number that a normally distributed number stays below with this probability.
  var inverseNormalDistribution: Real {
    (2 * self).inverseErrorComplement * -1.4142135623730951
  }
}
