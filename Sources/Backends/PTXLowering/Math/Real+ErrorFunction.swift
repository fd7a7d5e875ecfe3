import PTX

/// The error function, in 64 bits unless said otherwise.
extension Real {
  /// erf x / x - 1 as a polynomial of x², for |x| ≤ 1, within 3e-21.
  private static let errorTail = [
    0.1283791670955126, -0.37612638903183754, 0.1128379167095512, -0.02686617064512984,
    0.0052239776254232985, -0.000854832702193483, 0.00012055332902888736,
    -1.4925647567519332e-05, 1.6462045441468418e-06, -1.6364642158167616e-07,
    1.4792401209404813e-08, -1.216456005728345e-09, 8.709045129053106e-11,
    -4.230945824295338e-12,
  ]
  /// (1 + 2x) · exp(x²) · erfc x as a polynomial of (x - 4) / (x + 4), for x ≥ 0, within 1e-17.
  private static let scaledComplement = [
    1.2329951186255526, -0.13962111684056228, 0.015379652102619974, 0.06809705425466839,
    -0.10103906603631811, 0.09373283499911264, -0.06633036581186058, 0.037167515526338006,
    -0.01619773406293477, 0.005031970069102256, -0.0007577732435942576,
    -0.0001992571524726518, 0.00015062142608651945, -2.4397731143023292e-05,
    -1.1221135665965907e-05, 5.70657829924074e-06, 2.9173425573089733e-07,
    -8.210647933297337e-07, 7.771943241086915e-08, 1.0631817593818147e-07,
    -2.0725802488181976e-08, -1.2338731403798437e-08, 3.23239734450821e-09,
    9.297625263709649e-10, -2.76412023373459e-10,
  ]
  /// erf x / x - 1 as a polynomial of x², for |x| ≤ 0.93, within 5e-10.
  private static let singleErrorTail = [
    0.12837916612625122, -0.37612634897232056, 0.11283691227436066, -0.02685915119946003,
    0.005200368817895651, -0.000813470920547843, 8.334718586411327e-05,
  ]
  /// The binary logarithm of erfc x for x from 0.9 to 4.05, within 4e-8.
  private static let singleComplementLogarithm = [
    0.0004514380998443812, -1.6305426359176636, -0.9115965962409973, -0.15875312685966492,
    0.038084473460912704, -0.006854868493974209, 0.0008584378520026803,
    -6.613277946598828e-05, 2.3460480935131665e-06,
  ]

  /// The error function.
  var errorFunction: Real {
    let z = self * self
    let near = fma(polynomial(z, Self.errorTail), self, self)
    let far = (1 - magnitude.positiveErrorComplement).withSign(of: self)
    return select(isNaN, self, select(magnitude <= 1, near, far))
  }

  /// The complementary error function.
  var errorComplement: Real {
    let z = self * self
    let near = 1 - fma(polynomial(z, Self.errorTail), self, self)
    let complement = magnitude.positiveErrorComplement
    let far = select(self < 0, 2 - complement, complement)
    return select(isNaN, self, select(magnitude <= 0.5, near, far))
  }

  /// exp(x²) · erfc x of a number that is not negative.
  private var positiveScaledComplement: Real {
    let bounded = atMost(8e307)
    // (x - 4) / (x + 4) with what the division lost: the polynomial is steep.
    let t = (bounded - 4) / (bounded + 4)
    return polynomial(t, Self.scaledComplement) / fma(bounded, 2, 1)
  }

  /// The complementary error function of a number that is not negative.
  var positiveErrorComplement: Real {
    let bounded = atMost(30)
    let square = bounded * bounded
    let lost = fma(bounded, bounded, -square)
    return (-square).exponential(low: -lost) * bounded.positiveScaledComplement
  }

  /// exp(x²) · erfc x.
  var scaledErrorComplement: Real {
    let square = self * self
    let lost = fma(self, self, -square)
    let power = (square.atMost(800)).exponential(low: lost)
    let mirrored = fma(power, 2, -magnitude.positiveScaledComplement)
    let far = select(self < -26.7, .infinity, mirrored)
    let result = select(self < 0, far, positiveScaledComplement)
    return select(isNaN, self, select(self == .infinity, 0, result))
  }

  /// The error function in 32 bits.
  var singleErrorFunction: Real {
    let z = self * self
    let near = fma(polynomial(z, Self.singleErrorTail), self, self)
    let bounded = magnitude.atMost(4.05)
    let complement = polynomial(bounded, Self.singleComplementLogarithm).approximated("ex2")
    let far = (1 - complement).withSign(of: self)
    return select(isNaN, self, select(magnitude <= 0.92, near, far))
  }
}
