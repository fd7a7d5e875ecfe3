import PTX

/// Arithmetic and conversions with a rounding mode in their name.
extension RoutineTable {
  /// The endings of names and the words of opcodes.
  private static let roundings = [("rn", "rn"), ("rz", "rz"), ("rd", "rm"), ("ru", "rp")]

  mutating func addRoundedArithmetic() {
    for (ending, word) in Self.roundings {
      for (prefix, type, registerClass) in [
        ("f", "f32", RegisterClass.float32), ("d", "f64", .float64),
      ] {
        for operation in ["add", "sub", "mul", "div", "rcp", "sqrt"] {
          add("\(prefix)\(operation)_\(ending)", "\(operation).\(word).\(type)", registerClass)
        }
      }
      add("fmaf_\(ending)", "fma.\(word).f32", .float32)
      add("fma_\(ending)", "fma.\(word).f64", .float64)
    }
    add("fmaf", "fma.rn.f32", .float32)
    add("fma", "fma.rn.f64", .float64)
    addReal("frsqrt_rn") { $0[0].roundedInverseRoot }
  }

  mutating func addConversions() {
    for (ending, word) in Self.roundings {
      for (source, type) in [("float", "f32"), ("double", "f64")] {
        add("\(source)2int_\(ending)", "cvt.\(word)i.s32.\(type)", .bits32)
        add("\(source)2uint_\(ending)", "cvt.\(word)i.u32.\(type)", .bits32)
        add("\(source)2ll_\(ending)", "cvt.\(word)i.s64.\(type)", .bits64)
        add("\(source)2ull_\(ending)", "cvt.\(word)i.u64.\(type)", .bits64)
      }
      add("double2float_\(ending)", "cvt.\(word).f32.f64", .float32)
      add("int2float_\(ending)", "cvt.\(word).f32.s32", .float32)
      add("uint2float_\(ending)", "cvt.\(word).f32.u32", .float32)
      add("ll2float_\(ending)", "cvt.\(word).f32.s64", .float32)
      add("ull2float_\(ending)", "cvt.\(word).f32.u64", .float32)
      add("ll2double_\(ending)", "cvt.\(word).f64.s64", .float64)
      add("ull2double_\(ending)", "cvt.\(word).f64.u64", .float64)
    }
    add("int2double_rn", "cvt.rn.f64.s32", .float64)
    add("uint2double_rn", "cvt.rn.f64.u32", .float64)
    add("llrint", "cvt.rni.s64.f64", .bits64)
    add("llrintf", "cvt.rni.s64.f32", .bits64)
    for name in ["llround", "llroundf"] {
      add(name) { formula, arguments in
        formula.real(arguments[0]).roundedAway.integer("rzi", 64).register
      }
    }
  }
}

extension Real {
  /// The nearest integral number; a tie goes away from zero.
  var roundedAway: Real {
    let whole = magnitude.rounded("rzi")
    let isUp = magnitude - whole >= 0.5
    return select(isUp, whole + 1, whole).withSign(of: self)
  }

  /// One over the square root of a number of 32 bits, rounded once: no such number is near a tie, so
  /// that the quotient in 64 bits decides.
  var roundedInverseRoot: Real { (1 / widened.squareRoot).narrowed }
}
