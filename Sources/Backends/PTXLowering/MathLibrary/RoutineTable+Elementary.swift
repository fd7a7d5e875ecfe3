import PTX

/// Rounding to integers, powers, logarithms and the circular and hyperbolic functions.
extension RoutineTable {
  mutating func addElementary() {
    addExact("floor") { $0[0].rounded("rmi") }
    addExact("ceil") { $0[0].rounded("rpi") }
    addExact("trunc") { $0[0].rounded("rzi") }
    addExact("rint") { $0[0].rounded("rni") }
    addExact("nearbyint") { $0[0].rounded("rni") }
    addExact("round") { $0[0].roundedAway }
    addExact("sqrt") { $0[0].squareRoot }
    addUnary("rsqrt", single: { $0.approximated("rsqrt") }) { 1 / $0.squareRoot }
    addUnary("cbrt") { $0.cubeRoot }
    addUnary("rcbrt") { 1 / $0.cubeRoot }
    addUnary("exp") { $0.exponential() }
    addUnary("exp2", single: { $0.approximated("ex2") }) { $0.exponentialOfTwo }
    addUnary("exp10") { $0.exponentialOfTen }
    addUnary("expm1") { $0.exponentialMinusOne }
    addUnary("log", single: { $0.singleLogarithm }) { $0.logarithm }
    addUnary("log2", single: { $0.singleLogarithmToTwo }) { $0.logarithmToTwo }
    addUnary("log10") { $0.logarithmToTen }
    addUnary("log1p") { $0.logarithmOfOnePlus }
    addUnary("sin", single: { $0.sine }) { $0.sine }
    addUnary("cos", single: { $0.cosine }) { $0.cosine }
    addUnary("tan") { $0.tangent }
    addUnary("asin") { $0.arcSine }
    addUnary("acos") { $0.arcCosine }
    addUnary("atan") { $0.arcTangent }
    addUnary("sinh") { $0.hyperbolicSine }
    addUnary("cosh") { $0.hyperbolicCosine }
    addUnary("tanh", single: { $0.singleHyperbolicTangent }) { $0.hyperbolicTangent }
    addUnary("asinh") { $0.areaSine }
    addUnary("acosh") { $0.areaCosine }
    addUnary("atanh") { $0.areaTangent }
    addUnary("sinpi") { $0.sineOfHalfTurns }
    addUnary("cospi") { $0.cosineOfHalfTurns }
    addMany("atan2") { $0[0].arcTangent(overAbscissa: $0[1]) }
    addMany("pow") { $0[0].power($0[1]) }
    for (name, isWide) in [("powi", true), ("powif", false)] {
      add(name) { formula, arguments in
        let power = formula.whole(arguments[1]).wide
        let result = formula.real(arguments[0]).widened.power(power)
        return (isWide ? result : result.narrowed).register
      }
    }
    addExact("fmod") { $0[0].remainder(dividingBy: $0[1]) }
    addExact("remainder") { $0[0].nearestRemainder(dividingBy: $0[1]) }
    addExact("fdim") { values in
      let difference = select(values[0] > values[1], values[0] - values[1], 0)
      return select(values[0].isNaN || values[1].isNaN, .nan, difference)
    }
  }
}
