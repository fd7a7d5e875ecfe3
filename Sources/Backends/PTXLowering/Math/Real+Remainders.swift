import PTX

/// Remainders, which are exact.
extension Real {
  /// The number minus `divisor` times their quotient without its fraction.
  func remainder(dividingBy divisor: Real) -> Real {
    let (x, y) = (magnitude, divisor.magnitude)
    let quotient = x / y
    // The rounded quotient may be one too large; its product with the divisor is not rounded.
    let whole = quotient.rounded("rzi")
    let difference = fma(-whole, y, x)
    let near = select(difference < 0, difference + y, difference)
    let isFar = (quotient >= (isWide ? 0x1p52 : 0x1p23)) && isFinite && y > 0
    let rest = formula.when(isFar, else: [near]) {
      let far = x.widened.longRemainder(y.widened)
      return [self.isWide ? far : far.narrowed]
    }
    let result = select(x < y, x, rest[0]).withSign(of: self)
    let isDefined = isFinite && y > 0
    return select(isDefined, result, .nan)
  }

  /// The remainder of numbers that are not negative and far apart, in 64 bits: the significand of the
  /// larger one is moved up by as many bits as a word has room for, and reduced, until it stands
  /// where that of the smaller one does.
  private func longRemainder(_ divisor: Real) -> Real {
    let (m, e) = integerParts
    let (n, f) = divisor.integerParts
    let first = m.made("rem.u64", m.operand, n.operand)
    let rest = formula.repeating(first, count: e - f) { value, count in
      let step = count.atMost(11)
      let moved = value.up(step)
      return (moved.made("rem.u64", moved.operand, n.operand), count - step)
    }
    // At most the divisor's bits, so the product is exact.
    let low = f.atLeast(-1022)
    return rest.unsignedWide * powerOfTwo(low) * powerOfTwo(f - low)
  }

  /// A significand and an exponent that make the number, in 64 bits.
  private var integerParts: (significand: Whole, exponent: Whole) {
    let field = (bits >> 52).low
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    let isNormal = field > 0
    return (
      select(isNormal, fraction | 1 << 52, fraction), field.atLeast(1) - 1075
    )
  }

  /// The number minus `divisor` times their quotient rounded to the nearest integer, ties to even.
  func nearestRemainder(dividingBy divisor: Real) -> Real {
    let y = divisor.magnitude
    let limit = isWide ? 0x1p1022 : 0x1p126
    // Less than twice the divisor, and even multiples of it are gone.
    let reduced = select(
      y < limit, magnitude.remainder(dividingBy: y + y), magnitude)
    // Half of the divisor may be no number; twice what is compared with it is, unless it is large.
    let isAboveHalf = { (value: Real, orEqual: Bool) in
      let small = orEqual ? value + value >= y : value + value > y
      let half = y * 0.5
      let large = orEqual ? value >= half : value > half
      return (y < 1 && small) || (y >= 1 && large)
    }
    let once = select(isAboveHalf(reduced, false), reduced - y, reduced)
    let twice = select(
      isAboveHalf(reduced, false) && isAboveHalf(once, true), once - y, once)
    let isZero = twice == 0
    let signed = select(
      isZero, (twice.magnitude).withSign(of: self),
      select(bits < 0, -twice, twice))
    let isDefined = isFinite && y > 0
    return select(isDefined, signed, select(y.isNaN, divisor, .nan))
  }
}
