import PTX

/// Logarithms, in 64 bits unless said otherwise.
extension Real {
  /// (log((1 + s) / (1 - s)) - 2s) / s³ as a polynomial of s², for |s| ≤ 0.1716, within 2e-18.
  static let logarithmTail = [
    0.6666666666666666, 0.4000000000000088, 0.28571428570802404, 0.22222222391987728,
    0.18181795610879042, 0.15386241293734357, 0.13268730539100895, 0.1308707158006738,
  ]

  /// (log(1 + f) - f + f² / 2) / f³ for |f| ≤ 1/3, within 3e-8.
  private static let singleLogarithmTail = [
    0.3333333432674408, -0.24999944865703583, 0.19999948143959045, -0.16673316061496735,
    0.1429186761379242, -0.12288721650838852, 0.1091565489768982, -0.12422200292348862,
    0.11330617219209671,
  ]

  /// `m` and `e` so that the number, positive and finite, is m · 2^e: m from √½ to √2 or, in 32 bits,
  /// from 2/3 to 4/3.
  func separated() -> (m: Real, e: Real) {
    let isTiny = self < (isWide ? 0x1p-1022 : 0x1p-126)
    let normal = select(isTiny, self * (isWide ? 0x1p54 : 0x1p23), self)
    let bits = normal.bits
    if isWide {
      let exponent = ((bits >> 32).low - 0x3FE6_A09E).shiftedWithSign(20)
      let m = (bits - (exponent.extended << 52)).real
      return (m, select(isTiny, exponent - 54, exponent).wide)
    }
    let exponent = (bits - 0x3F2A_AAAB).shiftedWithSign(23)
    let m = (bits - (exponent << 23)).real
    return (m, select(isTiny, exponent - 23, exponent).single)
  }

  /// The logarithm of a number between √½ and √2, plus `low`.
  private func nearLogarithm(plus low: Real? = nil) -> Real {
    let f = self - 1
    let s = f / (2 + f)
    let z = s * s
    let tail = z * polynomial(z, Self.logarithmTail)
    let half = 0.5 * f * f
    let rest = low.map { fma(s, half + tail, $0) } ?? s * (half + tail)
    return f - (half - rest)
  }

  /// `result` for a positive finite number; for others what a logarithm is.
  func withLogarithmsLimits(_ result: Real) -> Real {
    let finite = select(self == 0, -.infinity, select(self < 0, .nan, result))
    return select(self < .infinity, finite, select(isNaN, self, .infinity))
  }

  /// The natural logarithm of a positive finite number.
  private var finiteLogarithm: Real {
    let (m, e) = separated()
    let near = m.nearLogarithm(plus: e * Self.logarithmOfTwo.low)
    return fma(e, Self.logarithmOfTwo.high, near)
  }

  /// The natural logarithm.
  var logarithm: Real { withLogarithmsLimits(finiteLogarithm) }

  /// The logarithm to base two.
  var logarithmToTwo: Real {
    let (m, e) = separated()
    let near = m.nearLogarithm()
    let low = fma(near, Self.twoToE.low, e)
    return withLogarithmsLimits(
      select(e == 0, near * Self.twoToE.high, fma(near, Self.twoToE.high, low)))
  }

  /// The logarithm to base ten.
  var logarithmToTen: Real {
    let (m, e) = separated()
    let near = m.nearLogarithm()
    let low = fma(e, -2.8037281277851704e-18, near * 0.4342944819032518)
    return withLogarithmsLimits(fma(e, 0.3010299956639812, low))
  }

  /// The natural logarithm of one plus the number.
  var logarithmOfOnePlus: Real {
    let sum = 1 + self
    // What the addition lost, as a part of the sum.
    let lost = select(self >= 1, 1 - (sum - self), self - (sum - 1)) / sum
    let isOrdinary = sum > 0 && sum < .infinity
    let result = select(isOrdinary, sum.finiteLogarithm + lost, sum.withLogarithmsLimits(sum))
    return select(magnitude < 0x1p-54, self, result)
  }
}

/// Logarithms in 32 bits.
extension Real {
  /// The logarithm of a number between 2/3 and 4/3.
  private var nearSingleLogarithm: Real {
    let f = self - 1
    return fma(f * f, fma(f, polynomial(f, Self.singleLogarithmTail), -0.5), f)
  }

  /// The natural logarithm in 32 bits.
  var singleLogarithm: Real {
    let (m, e) = separated()
    return withLogarithmsLimits(fma(e, Self.logarithmOfTwo.high, m.nearSingleLogarithm))
  }

  /// The logarithm to base two in 32 bits.
  var singleLogarithmToTwo: Real {
    let (m, e) = separated()
    return withLogarithmsLimits(fma(m.nearSingleLogarithm, Self.twoToE.high, e))
  }
}
