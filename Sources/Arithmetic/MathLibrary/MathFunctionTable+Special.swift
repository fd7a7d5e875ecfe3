#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Norms, and the error, gamma and Bessel functions.
extension MathFunctionTable {
  mutating func addNorms() {
    addBinary("hypot") { hypot($0, $1) }
    addBinary("rhypot") { Roots.reciprocalNorm($0, $1, 0, 0) }
    for (suffix, type, format) in [
      ("", MathFunction.ValueType.f64, FloatFormat.f64), ("f", .f32, .f32),
    ] {
      add("norm3d" + suffix, [type, type, type], type) { x, y, z, _ in
        let value = Roots.norm(format.decode(x), format.decode(y), format.decode(z), 0)
        return FloatArithmetic.pack(value, format)
      }
      add("rnorm3d" + suffix, [type, type, type], type) { x, y, z, _ in
        let value = Roots.reciprocalNorm(format.decode(x), format.decode(y), format.decode(z), 0)
        return FloatArithmetic.pack(value, format)
      }
      add("norm4d" + suffix, [type, type, type, type], type) { x, y, z, w in
        let value = Roots.norm(
          format.decode(x), format.decode(y), format.decode(z), format.decode(w))
        return FloatArithmetic.pack(value, format)
      }
      add("rnorm4d" + suffix, [type, type, type, type], type) { x, y, z, w in
        let value = Roots.reciprocalNorm(
          format.decode(x), format.decode(y), format.decode(z), format.decode(w))
        return FloatArithmetic.pack(value, format)
      }
    }
  }

  mutating func addSpecialFunctions() {
    addUnary("erf") { erf($0) }
    addUnary("erfc") { erfc($0) }
    addUnary("erfcx") { ErrorFunction.scaledComplement($0) }
    addUnary("erfinv") { ErrorFunction.inverse($0) }
    addUnary("erfcinv") { ErrorFunction.inverseComplement($0) }
    addUnary("normcdf") { ErrorFunction.normalDistribution($0) }
    addUnary("normcdfinv") { ErrorFunction.inverseNormalDistribution($0) }
    addUnary("lgamma") { value in
      let (logarithm, _): (Double, Int) = lgamma(value)
      return logarithm
    }
    addUnary("tgamma") { tgamma($0) }
    addUnary("j0") { j0($0) }
    addUnary("j1") { j1($0) }
    addUnary("y0") { y0($0) }
    addUnary("y1") { y1($0) }
    // The C library knows negative orders; the CUDA Math API says NaN.
    addOrder("jn") { $0 < 0 ? .nan : jn($0, $1) }
    addOrder("yn") { $0 < 0 ? .nan : yn($0, $1) }
    addUnary("cyl_bessel_i0") { ModifiedBesselFunction.orderZero($0) }
    addUnary("cyl_bessel_i1") { ModifiedBesselFunction.orderOne($0) }
  }
}
