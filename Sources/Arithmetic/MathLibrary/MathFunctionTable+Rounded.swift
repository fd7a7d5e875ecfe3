/// Arithmetic and conversions with a rounding mode in their name.
extension MathFunctionTable {
  private static let roundings: [(suffix: String, rounding: FloatRounding)] = [
    ("_rn", .nearestEven), ("_rz", .towardZero), ("_rd", .down), ("_ru", .up),
  ]

  mutating func addRoundedArithmetic() {
    for (suffix, rounding) in Self.roundings {
      addRoundedArithmetic("f", .f32, .f32, suffix, rounding)
      addRoundedArithmetic("d", .f64, .f64, suffix, rounding)
      add("fmaf" + suffix, [.f32, .f32, .f32], .f32) { x, y, z, _ in
        FloatArithmetic.multiplyAdd(x, y, z, .f32, rounding: rounding)
      }
      add("fma" + suffix, [.f64, .f64, .f64], .f64) { x, y, z, _ in
        FloatArithmetic.multiplyAdd(x, y, z, .f64, rounding: rounding)
      }
    }
    add("frsqrt_rn", [.f32], .f32) { x, _, _, _ in
      FloatArithmetic.reciprocalSquareRoot(x, .f32, rounding: .nearestEven)
    }
    add("fmaf", [.f32, .f32, .f32], .f32) { x, y, z, _ in
      FloatArithmetic.multiplyAdd(x, y, z, .f32)
    }
    add("fma", [.f64, .f64, .f64], .f64) { x, y, z, _ in
      FloatArithmetic.multiplyAdd(x, y, z, .f64)
    }
  }

  private mutating func addRoundedArithmetic(
    _ prefix: String, _ type: MathFunction.ValueType, _ format: FloatFormat, _ suffix: String,
    _ rounding: FloatRounding
  ) {
    add(prefix + "add" + suffix, [type, type], type) { x, y, _, _ in
      FloatArithmetic.add(x, y, format, rounding: rounding)
    }
    add(prefix + "sub" + suffix, [type, type], type) { x, y, _, _ in
      FloatArithmetic.subtract(x, y, format, rounding: rounding)
    }
    add(prefix + "mul" + suffix, [type, type], type) { x, y, _, _ in
      FloatArithmetic.multiply(x, y, format, rounding: rounding)
    }
    add(prefix + "div" + suffix, [type, type], type) { x, y, _, _ in
      FloatArithmetic.divide(x, y, format, rounding: rounding)
    }
    add(prefix + "rcp" + suffix, [type], type) { x, _, _, _ in
      FloatArithmetic.divide(format.one, x, format, rounding: rounding)
    }
    add(prefix + "sqrt" + suffix, [type], type) { x, _, _, _ in
      FloatArithmetic.squareRoot(x, format, rounding: rounding)
    }
  }

  mutating func addConversions() {
    for (suffix, rounding) in Self.roundings {
      addIntegerResults("float2", .f32, .f32, suffix, rounding)
      addIntegerResults("double2", .f64, .f64, suffix, rounding)
      add("double2float" + suffix, [.f64], .f32) { x, _, _, _ in
        FloatConversion.convert(x, from: .f64, to: .f32, rounding: rounding)
      }
      add("int2float" + suffix, [.i32], .f32) { x, _, _, _ in
        FloatConversion.fromSigned(x, width: 32, to: .f32, rounding: rounding)
      }
      add("uint2float" + suffix, [.i32], .f32) { x, _, _, _ in
        FloatConversion.fromUnsigned(x, to: .f32, rounding: rounding)
      }
      for (name, format, type) in [
        ("2float", FloatFormat.f32, MathFunction.ValueType.f32), ("2double", .f64, .f64),
      ] {
        add("ll" + name + suffix, [.i64], type) { x, _, _, _ in
          FloatConversion.fromSigned(x, width: 64, to: format, rounding: rounding)
        }
        add("ull" + name + suffix, [.i64], type) { x, _, _, _ in
          FloatConversion.fromUnsigned(x, to: format, rounding: rounding)
        }
      }
    }
    add("int2double_rn", [.i32], .f64) { x, _, _, _ in
      FloatConversion.fromSigned(x, width: 32, to: .f64)
    }
    add("uint2double_rn", [.i32], .f64) { x, _, _, _ in
      FloatConversion.fromUnsigned(x, to: .f64)
    }
    for (name, rounding) in [("llrint", FloatRounding.nearestEven), ("llround", .nearestAway)] {
      add(name, [.f64], .i64) { x, _, _, _ in
        FloatConversion.toSigned(x, from: .f64, width: 64, rounding: rounding)
      }
      add(name + "f", [.f32], .i64) { x, _, _, _ in
        FloatConversion.toSigned(x, from: .f32, width: 64, rounding: rounding)
      }
    }
  }

  private mutating func addIntegerResults(
    _ prefix: String, _ type: MathFunction.ValueType, _ format: FloatFormat, _ suffix: String,
    _ rounding: FloatRounding
  ) {
    add(prefix + "int" + suffix, [type], .i32) { x, _, _, _ in
      FloatConversion.toSigned(x, from: format, width: 32, rounding: rounding)
    }
    add(prefix + "uint" + suffix, [type], .i32) { x, _, _, _ in
      FloatConversion.toUnsigned(x, from: format, width: 32, rounding: rounding)
    }
    add(prefix + "ll" + suffix, [type], .i64) { x, _, _, _ in
      FloatConversion.toSigned(x, from: format, width: 64, rounding: rounding)
    }
    add(prefix + "ull" + suffix, [type], .i64) { x, _, _, _ in
      FloatConversion.toUnsigned(x, from: format, width: 64, rounding: rounding)
    }
  }
}
