import PTX

/// Hyperbolic functions and their inverses, in 64 bits.
extension Real {
  /// Half of exp of the number, which may be larger than the largest number by a factor of two.
  private var halfExponential: Real {
    let root = (self * 0.5).exponential()
    return root * 0.5 * root
  }

  /// The hyperbolic sine.
  var hyperbolicSine: Real {
    let x = magnitude
    let power = x.atMost(30).exponentialMinusOne
    let near = 0.5 * (power + power / (power + 1))
    let result = select(x < 22, near, x.halfExponential)
    return select(isNaN || x < 0x1p-28, self, result.withSign(of: self))
  }

  /// The hyperbolic cosine.
  var hyperbolicCosine: Real {
    let x = magnitude
    let power = x.atMost(30).exponential()
    let near = 0.5 * power + 0.5 / power
    return select(isNaN, self, select(x < 22, near, x.halfExponential))
  }

  /// The hyperbolic tangent.
  var hyperbolicTangent: Real {
    let x = magnitude
    let power = (x.atMost(22) * 2).exponentialMinusOne
    let result = power / (power + 2)
    return select(isNaN || x < 0x1p-28, self, result.withSign(of: self))
  }

  /// The number whose hyperbolic sine is the number.
  var areaSine: Real {
    let x = magnitude
    let square = x * x
    let near = (x + square / (1 + (square + 1).squareRoot)).logarithmOfOnePlus
    let far = x.logarithm + Self.logarithmOfTwo.high
    let result = select(x < 0x1p28, near, far).withSign(of: self)
    return select(isNaN || x < 0x1p-28, self, result)
  }

  /// The number that is not negative and whose hyperbolic cosine is the number.
  var areaCosine: Real {
    let above = self - 1
    let near = (above + fma(above, above, 2 * above).squareRoot).logarithmOfOnePlus
    let far = logarithm + Self.logarithmOfTwo.high
    return select(self < 1, .nan, select(self < 0x1p28, near, far))
  }

  /// The number whose hyperbolic tangent is the number.
  var areaTangent: Real {
    let x = magnitude
    let result = 0.5 * ((2 * x) / (1 - x)).logarithmOfOnePlus
    let limited = select(x == 1, .infinity, result).withSign(of: self)
    return select(isNaN || x < 0x1p-28, self, select(x > 1, .nan, limited))
  }
}

extension Real {
  /// The hyperbolic tangent in 32 bits.
  var singleHyperbolicTangent: Real {
    let x = magnitude
    let z = x * x
    let tail = polynomial(
      z,
      [
        -0.3333333134651184, 0.1333308219909668, -0.05390334874391556, 0.021272748708724976,
        -0.006542542017996311,
      ])
    let near = fma(tail * z, x, x)
    let power = (x.atMost(10) * (2 * Self.twoToE.high)).approximated("ex2")
    let far = fma((power + 1).approximated("rcp"), -2, 1)
    let result = select(x < 0.55, near, far).withSign(of: self)
    return select(isNaN, self, result)
  }
}
