/// How far results may be from the exact value, in units of the last place of the result.
///
/// The bounds are for machines whose approximations (`ex2.approx` and the like) are exact but for the
/// last place. A real one adds what PTX ISA says of the instruction: 2 units for `ex2`, `lg2` and
/// `rsqrt`, and twice that for `math.exp`, which squares a power. Functions that are not listed are exact or rounded once.
package enum AccuracyTable {
  /// Bounds for results of 32 and of 64 bits.
  package struct Bound: Hashable, Sendable {
    /// For 32 bits.
    package let single: Double
    /// For 64 bits.
    package let wide: Double
  }

  /// The bounds of the functions of the device library, without prefix and ending.
  package static let bounds: [String: Bound] = [
    "exp": Bound(single: 1, wide: 2), "exp2": Bound(single: 1, wide: 2),
    "exp10": Bound(single: 1, wide: 2), "expm1": Bound(single: 1, wide: 2),
    "log": Bound(single: 2, wide: 2), "log2": Bound(single: 2, wide: 3),
    "log10": Bound(single: 1, wide: 3), "log1p": Bound(single: 1, wide: 3),
    "sin": Bound(single: 2, wide: 2), "cos": Bound(single: 2, wide: 2),
    "tan": Bound(single: 1, wide: 3), "asin": Bound(single: 1, wide: 3),
    "acos": Bound(single: 1, wide: 3), "atan": Bound(single: 1, wide: 3),
    "atan2": Bound(single: 1, wide: 3), "sinpi": Bound(single: 1, wide: 2),
    "cospi": Bound(single: 1, wide: 2), "sinh": Bound(single: 1, wide: 4),
    "cosh": Bound(single: 1, wide: 4), "tanh": Bound(single: 3, wide: 4),
    "asinh": Bound(single: 1, wide: 4), "acosh": Bound(single: 1, wide: 4),
    "atanh": Bound(single: 1, wide: 4), "pow": Bound(single: 1, wide: 2),
    "powi": Bound(single: 1, wide: 2), "cbrt": Bound(single: 1, wide: 2),
    "rcbrt": Bound(single: 1, wide: 3), "rsqrt": Bound(single: 1, wide: 1),
    "hypot": Bound(single: 1, wide: 2), "rhypot": Bound(single: 1, wide: 3),
    "norm3d": Bound(single: 1, wide: 3), "rnorm3d": Bound(single: 1, wide: 3),
    "norm4d": Bound(single: 1, wide: 3), "rnorm4d": Bound(single: 1, wide: 4),
    "erf": Bound(single: 3, wide: 3), "erfc": Bound(single: 1, wide: 6),
    "erfcx": Bound(single: 1, wide: 6), "erfinv": Bound(single: 1, wide: 8),
    "erfcinv": Bound(single: 1, wide: 8), "normcdf": Bound(single: 1, wide: 8),
    "normcdfinv": Bound(single: 1, wide: 8), "tgamma": Bound(single: 1, wide: 20),
    "lgamma": Bound(single: 2, wide: 8), "cyl_bessel_i0": Bound(single: 1, wide: 10),
    "cyl_bessel_i1": Bound(single: 1, wide: 10),
    // Near a zero the error is that of the amplitude.
    "j0": Bound(single: 64, wide: 4096), "j1": Bound(single: 64, wide: 4096),
    "y0": Bound(single: 64, wide: 4096), "y1": Bound(single: 64, wide: 4096),
  ]

  /// The bound of `math.exp` of 32 bits for results of numbers up to `magnitude`: the product with
  /// log₂ e is rounded once, and its error grows with the exponent.
  package static func fastExponentialBound(upTo magnitude: Double) -> Double {
    2 + magnitude * 1.5
  }

  /// Whether the bounds hold at `argument`.
  ///
  /// Two functions of 64 bits leave the range of normal numbers on the way: `erfcx` above 2^1000,
  /// where its result is subnormal, and `tgamma` below 2^-1000, where it nears infinity.
  package static func covers(_ name: String, _ argument: Double) -> Bool {
    switch name {
    case "erfcx": !(abs(argument) > 0x1p1000 && argument.isFinite)
    case "tgamma": argument == 0 || abs(argument) >= 0x1p-1000
    default: true
    }
  }
}
