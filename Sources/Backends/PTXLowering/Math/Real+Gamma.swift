import PTX

/// The gamma function and its logarithm, in 64 bits.
extension Real {
  /// log Γ(2 + t) / (t · (t + 1)) for t from -0.65 to 1.05, within 4e-20.
  private static let logarithmicGamma = [
    0.42278433509846713, -0.10031730167435392, 0.032965000621155816, -0.012384192193371254,
    0.004998641164698354, -0.002108130833957639, 0.0009153769222194294, -0.000405707397447024,
    0.00018255263957263132, -8.309512738363254e-05, 3.8168885051313804e-05,
    -1.7661665237543805e-05, 8.222210220248503e-06, -3.847395119996161e-06,
    1.8080574096338533e-06, -8.526743907620611e-07, 4.036819567773421e-07,
    -1.9233280428990312e-07, 9.171383347895076e-08, -4.2680625588851495e-08,
    1.9589130936227686e-08, -1.0119825525286774e-08, 5.972122053266626e-09,
    -2.98017081224227e-09, 9.261089563059073e-10, -1.2728612212017523e-10,
  ]
  /// x · (log Γ(x) - (x - ½) log x + x - ½ log 2π) as a polynomial of 1 / x², for x ≥ 10, within 7e-24.
  private static let stirlingSeries = [
    0.08333333333333333, -0.0027777777777777775, 0.0007936507936504849,
    -0.0005952380949193426, 0.000841750676397344, -0.0019174784946182086,
    0.006401856575756263, -0.028687297199843788, 0.12980741189437006,
  ]

  /// The logarithm of the magnitude of the gamma function.
  var logarithmOfGamma: Real {
    let x = magnitude
    let positive = x.positiveLogarithmOfGamma
    // Γ(x) Γ(-x) = -π / (x sin πx).
    let sine = (x * x.sineOfHalfTurns).magnitude
    let mirrored = (3.141592653589793 / sine).logarithm - positive
    let isPole = self <= 0 && rounded("rzi") == self
    let negative = select(x < 0x1p-60, positive, mirrored)
    let result = select(self < 0, negative, positive)
    return select(
      isNaN, self, select(isPole || isInfinite, .infinity, result))
  }

  /// The logarithm of the gamma function of a positive number.
  private var positiveLogarithmOfGamma: Real {
    let far = fma(
      self - 0.5, logarithm - 1, 0.41893853320467274 + stirling)
    // Down to between 2 and 3, or up by one or two.
    var (argument, product) = (self, constant(1))
    for _ in 0..<8 {
      let isAbove = argument >= 3
      argument = select(isAbove, argument - 1, argument)
      product = select(isAbove, product * argument, product)
    }
    let (isTiny, isSmall) = (self < 0.35, self < 1.35)
    let t = select(isTiny, self, select(isSmall, self - 1, argument - 2))
    let core = t * (t + 1) * polynomial(t.atMost(1.1), Self.logarithmicGamma)
    let divisor = select(isTiny, self * (self + 1), self)
    let shift = select(isSmall, divisor, product).logarithm
    let moved = select(isSmall, core - shift, core + shift)
    let near = select(isSmall || self >= 3, moved, core)
    return select(self < 10, near, select(self > 1e300, self * (logarithm - 1), far))
  }

  /// What Stirling's formula lacks: the series over the number.
  private var stirling: Real {
    let inverse = 1 / self
    return inverse * polynomial(inverse * inverse, Self.stirlingSeries)
  }

  /// The gamma function.
  var gamma: Real {
    let isLow = self < 0.5
    let argument = select(isLow, 1 - self, self).atMost(200)
    // Above twelve, for which the argument is multiplied up.
    let isSmall = argument < 12
    var product = constant(1)
    for step in 0..<12 { product = product * (argument + Double(step)) }
    let moved = argument + 12
    let shifted = select(isSmall, moved, argument)
    let lost = select(isSmall, argument - (moved - 12), 0)
    // In two factors, for one would be too large.
    let root = shifted.power((shifted - 0.5) * 0.5)
    let tail = (-shifted).exponential() * (1 + (shifted.stirling.exponentialMinusOne))
    // What the subtraction lost counts as much as the logarithm's slope.
    let mirrorLost = select(isLow, (1 - argument) - self, 0)
    let slope = argument.logarithm - 0.5 / argument
    let correction =
      fma(lost, shifted.logarithm, fma(mirrorLost, slope, 1)) * 2.5066282746310002
    let divisor = select(isSmall, product, 1)
    let first = root * tail * correction / divisor
    let direct = first * root
    let mirrored = (3.141592653589793 / sineOfHalfTurns) / first / root
    let isPole = self < 0 && rounded("rzi") == self
    let result = select(isLow, select(isPole || self == -.infinity, .nan, mirrored), direct)
    let isZero = self == 0
    return select(
      isNaN, self,
      select(
        isZero, formula.wide(.infinity).withSign(of: self), select(self > 180, .infinity, result)))
  }
}
