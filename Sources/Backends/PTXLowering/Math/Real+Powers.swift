import PTX

/// Powers and roots, in 64 bits.
extension Real {
  /// The binary logarithm of a positive finite number in two parts, within 2^-64 of it.
  private var preciseLogarithm: (high: Real, low: Real) {
    let (m, e) = separated()
    // (1 + s) / (1 - s) = m, in two parts.
    let f = m - 1
    let sum = m + 1
    let sumLow = m - (sum - 1)
    let s = f / sum
    let sLow = (fma(-s, sum, f) - s * sumLow) / sum
    let z = s * s
    let zLow = fma(s, s, -z) + 2 * s * sLow
    // log m = 2s + s · z · (2/3 + z · tail): the last factor in two parts as well.
    let tail = z * polynomial(z, Array(Self.logarithmTail.dropFirst()))
    let third = 0.6666666666666666
    let factor = third + tail
    let factorLow = (third - factor) + tail + 3.700743415417188e-17
    let t = z * factor
    let tLow = fma(z, factor, -t) + fma(z, factorLow, zLow * factor)
    let u = t * s
    let uLow = fma(t, s, -u) + fma(t, sLow, tLow * s)
    let near = fma(s, 2, u)
    let nearLow = (2 * s - near) + u + (uLow + 2 * sLow)
    // In binary digits, with the exponent in front.
    let bits = near * Self.twoToE.high
    let bitsLow =
      fma(near, Self.twoToE.high, -bits) + fma(near, Self.twoToE.low, nearLow * Self.twoToE.high)
    let high = e + bits
    let low = select(e == 0, bitsLow, (e - high) + bits + bitsLow)
    return (high, low)
  }

  /// The number to the power of `exponent`.
  func power(_ exponent: Real) -> Real {
    let x = magnitude
    let (high, low) = x.preciseLogarithm
    let product = exponent * high
    let productLow = fma(exponent, high, -product) + exponent * low
    let bounded = product.atMost(1100).atLeast(-1200)
    let n = bounded.rounded("rni")
    let part = (bounded - n) + select(product.magnitude < 1100, productLow, 0)
    let finite = part.powerOfTwoNearOne.scaled(by: n.integer("rni"))

    // What is no positive finite number has limits (CUDA Math API, "pow").
    let isUnlimited = x == 0 || x == .infinity
    let grows = (x == .infinity) ^ (exponent < 0)
    let limit = select(grows, formula.wide(.infinity), formula.wide(0))
    let magnitudeOfResult = select(isUnlimited, limit, finite)
    let exponentIsInfinite = exponent.isInfinite
    let farGrows = (x > 1) ^ (exponent < 0)
    let far = select(
      x == 1, 1, select(farGrows, formula.wide(.infinity), formula.wide(0)))
    let chosen = select(exponentIsInfinite, far, magnitudeOfResult)

    let isInteger = exponent.rounded("rzi") == exponent
    let isOdd =
      isInteger && exponent.magnitude < 0x1p53
      && !((exponent * 0.5).rounded("rzi") == exponent * 0.5)
    let isNegative = bits < 0
    let signed = select(isNegative && isOdd, -chosen, chosen)
    let isUndefined = self < 0 && !isInteger && isFinite && !exponentIsInfinite
    let result = select(
      isNaN || exponent.isNaN || isUndefined, .nan, signed)
    return select(exponent == 0 || self == 1, 1, result)
  }

  /// 2 to the power of a number between -1 and 1.
  private var powerOfTwoNearOne: Real {
    let r = self * Self.logarithmOfTwo.high
    let low = fma(self, Self.logarithmOfTwo.high, -r) + self * Self.logarithmOfTwo.low
    return 1 + (r + fma(r * r, r.exponentialTailValue, low))
  }

  /// The cube root.
  var cubeRoot: Real {
    let x = magnitude
    let (m, e) = x.separated()
    let third = (e * (1.0 / 3)).rounded("rmi")
    let rest = fma(third, -3, e).integer("rni")
    let value = m * powerOfTwo(rest)
    // An approximation with 20 bits, and one step of Halley's method, which triples that.
    let start = (value.narrowed.approximated("lg2") * (1.0 / 3)).approximated("ex2").widened
    let cube = start * start * start
    let root = start - start * ((cube - value) / fma(cube, 2, value))
    let result = (root * powerOfTwo(third.integer("rni"))).withSign(of: self)
    return select(isFinite && x > 0, result, self)
  }

  /// The root of the sum of the squares of `values`, or one over it.
  static func norm(_ values: [Real], isInverse: Bool) -> Real {
    let formula = values[0].formula
    var largest = values[0].magnitude
    for value in values.dropFirst() {
      largest = select(largest > value.magnitude, largest, value.magnitude)
    }
    // Squares neither overflow nor vanish.
    let scale = select(
      largest > 0x1p500, formula.wide(0x1p-600),
      select(largest < 0x1p-400, formula.wide(0x1p600), formula.wide(1)))
    let inverseScale = select(
      largest > 0x1p500, formula.wide(0x1p600),
      select(largest < 0x1p-400, formula.wide(0x1p-600), formula.wide(1)))
    var sum: Real?
    var isInfinite: Truth?
    for value in values {
      let scaled = value * scale
      sum = sum.map { fma(scaled, scaled, $0) } ?? scaled * scaled
      isInfinite = isInfinite.map { $0 || value.isInfinite } ?? value.isInfinite
    }
    guard let sum, let isInfinite else { return formula.wide(0) }
    let root = sum.squareRoot
    return isInverse
      ? select(isInfinite, 0, 1 / root * scale)
      : select(isInfinite, .infinity, root * inverseScale)
  }
}
