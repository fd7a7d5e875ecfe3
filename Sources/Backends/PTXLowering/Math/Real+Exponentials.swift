import PTX

/// Powers of fixed bases, in 64 bits unless said otherwise.
extension Real {
  /// ln 2 in two parts, and its inverse.
  static let logarithmOfTwo = (high: 0.6931471805599453, low: 2.3190468138462996e-17)
  /// The inverse of ln 2 in two parts.
  static let twoToE = (high: 1.4426950408889634, low: 2.0355273740931033e-17)

  /// (exp(r) - 1 - r) / r² for |r| ≤ 0.35, within 2e-18.
  private static let exponentialTail = [
    0.5, 0.1666666666666667, 0.04166666666666667, 0.008333333333325551, 0.0013888888888883455,
    0.00019841269876840357, 2.4801587326757946e-05, 2.755725286336732e-06,
    2.7557272021007835e-07, 2.5106262550879078e-08, 2.0915377354156553e-09,
  ]

  /// (exp(r) - 1 - r) / r² of this number r, for |r| ≤ 0.35.
  var exponentialTailValue: Real { polynomial(self, Self.exponentialTail) }

  /// 2^`n` for the exponent of a normal number.
  func powerOfTwo(_ n: Whole) -> Real {
    if isWide {
      let high = (n + 1023) << 20
      let zero = formula.builder.compute("mov.b32", .bits32, .integer(0))
      return made("mov.b64", .vector([zero, high.register]))
    }
    return ((n + 127) << 23).real
  }

  /// The number times 2^`n`, rounded once if it is near one: in two steps, so that `n` may be beyond
  /// the exponents of normal numbers.
  func scaled(by n: Whole) -> Real {
    let half = n.shiftedWithSign(1)
    return self * powerOfTwo(half) * powerOfTwo(n - half)
  }

  /// `n` and `r`, with `low` added, so that the number is n · ln 2 + r and |r| ≤ 0.35.
  private func reducedExponent(low: Real?) -> (n: Real, r: Real) {
    let n = (self * Self.twoToE.high).rounded("rni")
    let r = fma(n, -Self.logarithmOfTwo.low, fma(n, -Self.logarithmOfTwo.high, self))
    return (n, low.map { r + $0 } ?? r)
  }

  /// exp of the number, to which `low` is added.
  func exponential(low: Real? = nil) -> Real {
    let bounded = atMost(1000).atLeast(-1000)
    let (n, r) = bounded.reducedExponent(low: low)
    let power = 1 + fma(r * r, r.exponentialTailValue, r)
    return select(isNaN, self, power.scaled(by: n.integer("rni")))
  }

  /// 2 to the power of the number.
  var exponentialOfTwo: Real {
    let bounded = atMost(1100).atLeast(-1200)
    let n = bounded.rounded("rni")
    let part = bounded - n
    let r = part * Self.logarithmOfTwo.high
    let low = fma(part, Self.logarithmOfTwo.high, -r) + part * Self.logarithmOfTwo.low
    let power = 1 + (r + fma(r * r, r.exponentialTailValue, low))
    return select(isNaN, self, power.scaled(by: n.integer("rni")))
  }

  /// 10 to the power of the number.
  var exponentialOfTen: Real {
    let bounded = atMost(400).atLeast(-400)
    let n = (bounded * 3.321928094887362).rounded("rni")
    // What is left of the number after n · lg 2, times ln 10, in two parts.
    let part = fma(n, 2.8037281277851704e-18, fma(n, -0.3010299956639812, bounded))
    let r = part * 2.302585092994046
    let low = fma(part, 2.302585092994046, -r) + part * -2.1707562233822494e-16
    let power = 1 + (r + fma(r * r, r.exponentialTailValue, low))
    return select(isNaN, self, power.scaled(by: n.integer("rni")))
  }

  /// exp of the number, minus one.
  var exponentialMinusOne: Real {
    let bounded = atMost(1000).atLeast(-100)
    let (n, r) = bounded.reducedExponent(low: nil)
    let part = fma(r * r, r.exponentialTailValue, r)
    let exponent = n.integer("rni")
    let power = powerOfTwo(exponent.atMost(1000))
    let near = fma(power, part, power - 1)
    let far = (1 + part).scaled(by: exponent)
    let result = select(bounded > 40, far, near)
    // Also keeps the sign of zero.
    return select(isNaN || magnitude < 0x1p-54, self, result)
  }
}

/// Powers of fixed bases in 32 bits.
extension Real {
  /// exp of the number in 32 bits, from one multiplication and the machine's power of two: fast, and
  /// the further off the larger the exponent is.
  ///
  /// It is the square of the root, which is never subnormal. An assembler makes of `ex2.approx`
  /// without `ftz` the same, but under a predicate, and of those there are few; it takes fewer
  /// registers.
  func fastExponential(savesRegisters: Bool = false) -> Real {
    if savesRegisters { return (self * Self.twoToE.high).approximated("ex2") }
    let root = made("ex2.approx.ftz.f32", (self * (Self.twoToE.high / 2)).operand)
    return root * root
  }
}
