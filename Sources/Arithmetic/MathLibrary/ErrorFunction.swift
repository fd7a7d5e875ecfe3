#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Relatives of the error function that the C library lacks.
enum ErrorFunction {
  private static let rootOfPi = 1.772453850905516

  /// exp(x²) · erfc(x).
  static func scaledComplement(_ x: Double) -> Double {
    // What the square loses is no longer small when it overflows.
    if x < -26.7 { return .infinity }
    if x < 12 {
      // The square's rounding error would be as large as the exponent in the last place.
      let square = x * x
      let lost = (-square).addingProduct(x, x)
      return exp(square) * erfc(x) * (1 + lost)
    }
    // 1 - 1/(2x²) + 1·3/(2x²)² - …: at 12 the eleventh term is below the last place.
    let step = -0.5 / x / x
    var (term, sum) = (1.0, 1.0)
    for k in 1...12 {
      term *= Double(2 * k - 1) * step
      sum += term
    }
    return sum / (x * rootOfPi)
  }

  /// The value whose error function is `y`.
  static func inverse(_ y: Double) -> Double {
    let magnitude = abs(y)
    guard magnitude <= 1 else { return .nan }
    // The subtraction is exact.
    if magnitude > 0.5 {
      return Double(signOf: y, magnitudeOf: inverseComplement(1 - magnitude))
    }
    if magnitude < 1e-8 { return y * (rootOfPi / 2) }
    // Two terms of the series, then Halley's method, which triples the number of right digits.
    var x = y * (rootOfPi / 2) * (1 + y * y * (.pi / 12))
    for _ in 0..<3 {
      let newton = (erf(x) - y) * (rootOfPi / 2) * exp(x * x)
      x -= newton / (1 + x * newton)
    }
    return x
  }

  /// The value whose complementary error function is `q`.
  static func inverseComplement(_ q: Double) -> Double {
    guard q >= 0 && q <= 2 else { return .nan }
    if q == 0 { return .infinity }
    if q > 1 { return -inverseComplement(2 - q) }
    if q >= 0.5 { return inverse(1 - q) }
    // Solves x² - log(erfcx(x)) + log(q) = 0, whose terms neither underflow nor cancel, from a
    // start that has three right digits (Abramowitz and Stegun, 26.2.23).
    let logarithm = log(q)
    let t = (2 * (0.6931471805599453 - logarithm)).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var x = (t - numerator / denominator) * 0.7071067811865476
    for _ in 0..<4 {
      let scaled = scaledComplement(x)
      let excess = logarithm.addingProduct(x, x) - log(scaled)
      x -= excess * scaled * (rootOfPi / 2)
    }
    return x
  }

  /// The probability that a normally distributed number is at most `x`.
  static func normalDistribution(_ x: Double) -> Double {
    if x < -40 { return 0 }
    if x > 40 { return 1 }
    // erfc amplifies an error of its argument up to 1500 times, so -x/√2 is taken in two parts.
    let (high, low) = (-0.7071067811865476, 4.833646656726457e-17)
    let argument = x * high
    let rest = (-argument).addingProduct(x, high) + x * low
    let slope = exp(-argument * argument) * (2 / rootOfPi)
    return 0.5 * (erfc(argument) - rest * slope)
  }

  /// The value that a normally distributed number stays below with probability `p`.
  static func inverseNormalDistribution(_ p: Double) -> Double {
    -2.0.squareRoot() * inverseComplement(2 * p)
  }
}
