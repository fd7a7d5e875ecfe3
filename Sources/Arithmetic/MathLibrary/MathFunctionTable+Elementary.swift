#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Rounding to integers, powers, logarithms and the circular and hyperbolic functions.
extension MathFunctionTable {
  mutating func addElementaryFunctions() {
    addUnary("floor") { $0.rounded(.down) }
    addUnary("ceil") { $0.rounded(.up) }
    addUnary("trunc") { $0.rounded(.towardZero) }
    addUnary("round") { $0.rounded(.toNearestOrAwayFromZero) }
    addUnary("rint") { $0.rounded(.toNearestOrEven) }
    addUnary("nearbyint") { $0.rounded(.toNearestOrEven) }
    addUnary("sqrt") { $0.squareRoot() }
    addUnary("rsqrt") { 1 / $0.squareRoot() }
    addUnary("cbrt") { Roots.cubeRoot($0) }
    addUnary("rcbrt") { 1 / Roots.cubeRoot($0) }
    addUnary("exp") { exp($0) }
    addUnary("exp2") { exp2($0) }
    addUnary("exp10") { pow(10, $0) }
    addUnary("expm1") { expm1($0) }
    addUnary("log") { log($0) }
    addUnary("log2") { log2($0) }
    addUnary("log10") { log10($0) }
    addUnary("log1p") { log1p($0) }
    addUnary("sin") { sin($0) }
    addUnary("cos") { cos($0) }
    addUnary("tan") { tan($0) }
    addUnary("asin") { asin($0) }
    addUnary("acos") { acos($0) }
    addUnary("atan") { atan($0) }
    addUnary("sinh") { sinh($0) }
    addUnary("cosh") { cosh($0) }
    addUnary("tanh") { tanh($0) }
    addUnary("asinh") { asinh($0) }
    addUnary("acosh") { acosh($0) }
    addUnary("atanh") { atanh($0) }
    addUnary("sinpi") { Self.sineOfHalfTurns($0) }
    addUnary("cospi") { Self.cosineOfHalfTurns($0) }
    addBinary("atan2") { atan2($0, $1) }
    addBinary("pow") { pow($0, $1) }
    addScaling("powi") { pow($0, Double($1)) }
    addBinary("fmod") { fmod($0, $1) }
    addBinary("remainder") { remainder($0, $1) }
    addBinary("fdim") { $0.isNaN || $1.isNaN ? .nan : $0 > $1 ? $0 - $1 : 0 }
  }

  /// sin(π · `x`): the argument is reduced before the multiplication, which makes it exact at
  /// multiples of one half.
  private static func sineOfHalfTurns(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    let reduced = remainder(x, 2)
    let folded = abs(reduced) > 0.5 ? Double(signOf: reduced, magnitudeOf: 1) - reduced : reduced
    if folded == 0 { return Double(signOf: x, magnitudeOf: 0) }
    if abs(folded) <= 0.25 { return sin(.pi * folded) }
    return Double(signOf: folded, magnitudeOf: cos(.pi * (0.5 - abs(folded))))
  }

  /// cos(π · `x`), reduced as the sine.
  private static func cosineOfHalfTurns(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    let reduced = abs(remainder(x, 2))
    let folded = min(reduced, 1 - reduced)
    let magnitude = folded <= 0.25 ? cos(.pi * folded) : sin(.pi * (0.5 - folded))
    return reduced > 0.5 ? -magnitude : magnitude
  }
}
