import PTX

/// Functions that look at signs, exponents and neighbours.
extension RoutineTable {
  mutating func addClassification() {
    for (suffix, ending) in [("f", "f"), ("d", "")] {
      addTest("isnan" + suffix) { $0.isNaN }
      addTest("isinf" + suffix) { $0.isInfinite }
      addTest("signbit" + suffix) { $0.bits < 0 }
      addTest(suffix == "f" ? "finitef" : "isfinited") { $0.isFinite }
      addReal("fabs" + ending) { $0[0].magnitude }
      addReal("copysign" + ending) { $0[0].withSign(of: $0[1]) }
      addReal("nextafter" + ending) { $0[0].neighbour(toward: $0[1]) }
      addReal("logb" + ending) { values in
        let x = values[0]
        let exponent = x.exponent
        let value = x.isWide ? exponent.wide : exponent.single
        let special = select(x == 0, -.infinity, select(x.isNaN, x, .infinity))
        return select(x.isFinite && x.magnitude > 0, value, special)
      }
      add("ilogb" + ending) { formula, arguments in
        let x = formula.real(arguments[0])
        let least = formula.whole(Int64(Int32.min))
        let special = select(x.isInfinite, formula.whole(Int64(Int32.max)), least)
        return select(x.isFinite && x.magnitude > 0, x.exponent, special).register
      }
    }
    for name in ["ldexp", "scalbn"] {
      add(name) { formula, arguments in
        formula.real(arguments[0]).timesPowerOfTwo(formula.whole(arguments[1])).register
      }
      add(name + "f") { formula, arguments in
        let power = formula.whole(arguments[1]).atMost(400).atLeast(-400)
        let x = formula.real(arguments[0]).widened
        return (x * x.powerOfTwo(power)).narrowed.register
      }
    }
  }

  private mutating func addTest(_ name: String, _ body: @escaping @Sendable (Real) -> Truth) {
    add(name) { formula, arguments in body(formula.real(arguments[0])).number.register }
  }
}

extension Real {
  /// The exponent of a finite number that is not zero.
  fileprivate var exponent: Whole {
    let x = magnitude
    let isTiny = x < (isWide ? 0x1p-1022 : 0x1p-126)
    let bits = select(isTiny, x * (isWide ? 0x1p54 : 0x1p23), x).bits
    if isWide {
      let field = (bits >> 52).low - 1023
      return select(isTiny, field - 54, field)
    }
    let field = (bits >> 23) - 127
    return select(isTiny, field - 23, field)
  }

  /// The number next to this one on the way to `goal`.
  fileprivate func neighbour(toward goal: Real) -> Real {
    let bits = self.bits
    let isOutward = (goal > self) ^ (self < 0)
    let moved = select(isOutward, bits + 1, bits - 1).real
    let least = Whole(formula, .integer(1), bits.width).real.withSign(of: goal)
    let result = select(self == 0, least, moved)
    return select(
      isNaN || goal.isNaN, .nan, select(self == goal, goal, result))
  }

  /// The number of 64 bits times 2^`n`, rounded once: no product on the way loses bits that the last
  /// one keeps.
  fileprivate func timesPowerOfTwo(_ n: Whole) -> Real {
    var (value, power) = (self, n.atMost(4000).atLeast(-4000))
    for _ in 0..<2 {
      let (isLow, isHigh) = (power < -1022, power > 1023)
      let factor = select(
        isLow, formula.wide(0x1p-969), select(isHigh, formula.wide(0x1p1023), formula.wide(1)))
      value = value * factor
      power = select(isLow, power + 969, select(isHigh, power - 1023, power))
    }
    return value * powerOfTwo(power.atMost(1023).atLeast(-1022))
  }
}
