import PTX

/// Norms, and the error, gamma and Bessel functions; those of other orders are missing.
extension RoutineTable {
  mutating func addSpecial() {
    for (name, isInverse) in [
      ("hypot", false), ("rhypot", true), ("norm3d", false), ("rnorm3d", true),
      ("norm4d", false), ("rnorm4d", true),
    ] {
      addMany(name) { Real.norm($0, isInverse: isInverse) }
    }
    addUnary("erf", single: { $0.singleErrorFunction }) { $0.errorFunction }
    addUnary("erfc") { $0.errorComplement }
    addUnary("erfcx") { $0.scaledErrorComplement }
    addUnary("erfinv") { $0.inverseErrorFunction }
    addUnary("erfcinv") { $0.inverseErrorComplement }
    addUnary("normcdf") { $0.normalDistribution }
    addUnary("normcdfinv") { $0.inverseNormalDistribution }
    addUnary("lgamma") { $0.logarithmOfGamma }
    addUnary("tgamma") { $0.gamma }
    addUnary("j0") { $0.besselFirstZero }
    addUnary("j1") { $0.besselFirstOne }
    addUnary("y0") { $0.besselSecondZero }
    addUnary("y1") { $0.besselSecondOne }
    addUnary("cyl_bessel_i0") { $0.besselModifiedZero }
    addUnary("cyl_bessel_i1") { $0.besselModifiedOne }
  }
}
