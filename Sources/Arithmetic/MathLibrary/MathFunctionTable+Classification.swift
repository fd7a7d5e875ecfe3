#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Functions that look at signs, exponents and neighbours.
extension MathFunctionTable {
  mutating func addClassification() {
    let formats: [(String, MathFunction.ValueType, FloatFormat)] = [
      ("f", .f32, .f32), ("d", .f64, .f64),
    ]
    for (suffix, type, format) in formats {
      add("isnan" + suffix, [type], .i32) { x, _, _, _ in format.isNaN(x) ? 1 : 0 }
      add("isinf" + suffix, [type], .i32) { x, _, _, _ in format.isInfinite(x) ? 1 : 0 }
      add("signbit" + suffix, [type], .i32) { x, _, _, _ in format.isNegative(x) ? 1 : 0 }
      add(suffix == "f" ? "finitef" : "isfinited", [type], .i32) { x, _, _, _ in
        format.isNaN(x) || format.isInfinite(x) ? 0 : 1
      }
      let ending = suffix == "f" ? "f" : ""
      add("fabs" + ending, [type], type) { x, _, _, _ in FloatArithmetic.absolute(x, format) }
      add("copysign" + ending, [type, type], type) { x, y, _, _ in
        x & ~format.signBit | y & format.signBit
      }
      add("ilogb" + ending, [type], .i32) { x, _, _, _ in
        Self.bits32(Self.exponent(of: format.decode(x)))
      }
      add("nextafter" + ending, [type, type], type) { x, y, _, _ in
        Self.neighbour(of: x, toward: y, format)
      }
    }
    addUnary("logb") { logb($0) }
    addScaling("ldexp") { scalbn($0, Self.clampedScale($1)) }
    addScaling("scalbn") { scalbn($0, Self.clampedScale($1)) }
  }

  /// The exponent of a value; for zero and NaN the smallest integer, for infinity the largest.
  private static func exponent(of value: Double) -> Int {
    if value.isNaN || value == 0 { return Int(Int32.min) }
    return value.isInfinite ? Int(Int32.max) : Int(value.exponent)
  }

  /// An exponent beyond which every value overflows or vanishes: more than the 2098 between the
  /// smallest and the largest `f64`.
  private static func clampedScale(_ exponent: Int) -> Int { min(max(exponent, -4000), 4000) }

  /// The value next to `bits` on the way to `target`.
  private static func neighbour(
    of bits: UInt64, toward target: UInt64, _ format: FloatFormat
  ) -> UInt64 {
    if format.isNaN(bits) || format.isNaN(target) { return format.nanOrLargest }
    let (value, goal) = (format.decode(bits), format.decode(target))
    if value == goal { return target }
    if value == 0 { return (goal < 0 ? format.signBit : 0) | 1 }
    return (goal > value) == (value > 0) ? bits + 1 : bits - 1
  }
}
