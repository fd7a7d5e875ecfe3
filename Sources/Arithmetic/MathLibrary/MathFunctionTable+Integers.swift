/// Functions of integers, and those that only move bits.
extension MathFunctionTable {
  mutating func addIntegerFunctions() {
    typealias Integers = IntegerArithmetic
    add("clz", [.i32], .i32) { x, _, _, _ in Integers.leadingZeros(x, width: 32) }
    add("clzll", [.i64], .i32) { x, _, _, _ in Integers.leadingZeros(x, width: 64) }
    add("popc", [.i32], .i32) { x, _, _, _ in Integers.populationCount(x) }
    add("popcll", [.i64], .i32) { x, _, _, _ in Integers.populationCount(x) }
    add("ffs", [.i32], .i32) { x, _, _, _ in Integers.findFirstSet(x) }
    add("ffsll", [.i64], .i32) { x, _, _, _ in Integers.findFirstSet(x) }
    add("brev", [.i32], .i32) { x, _, _, _ in Integers.reverseBits(x, width: 32) }
    add("brevll", [.i64], .i64) { x, _, _, _ in Integers.reverseBits(x, width: 64) }
    add("byte_perm", [.i32, .i32, .i32], .i32) { x, y, selector, _ in
      Integers.permuteBytes(x, y, selector: selector)
    }
    add("abs", [.i32], .i32) { x, _, _, _ in Integers.absolute(x, width: 32) }
    add("llabs", [.i64], .i64) { x, _, _, _ in Integers.absolute(x, width: 64) }
    add("mulhi", [.i32, .i32], .i32) { x, y, _, _ in
      Integers.multiplyHighSigned(x, y, width: 32)
    }
    add("umulhi", [.i32, .i32], .i32) { x, y, _, _ in
      Integers.multiplyHighUnsigned(x, y, width: 32)
    }
    add("mul64hi", [.i64, .i64], .i64) { x, y, _, _ in
      Integers.multiplyHighSigned(x, y, width: 64)
    }
    add("umul64hi", [.i64, .i64], .i64) { x, y, _, _ in
      Integers.multiplyHighUnsigned(x, y, width: 64)
    }
    add("mul24", [.i32, .i32], .i32) { x, y, _, _ in
      Integers.multiply(
        Integers.signExtend(x, from: 24, to: 32), Integers.signExtend(y, from: 24, to: 32),
        width: 32)
    }
    add("umul24", [.i32, .i32], .i32) { x, y, _, _ in
      Integers.multiply(x & 0xFF_FFFF, y & 0xFF_FFFF, width: 32)
    }
    add("sad", [.i32, .i32, .i32], .i32) { x, y, z, _ in
      let distance = (Self.integer(x) - Self.integer(y)).magnitude
      return Integers.add(UInt64(distance), z, width: 32)
    }
    add("usad", [.i32, .i32, .i32], .i32) { x, y, z, _ in
      Integers.add(max(x, y) - min(x, y), z, width: 32)
    }
    add("hadd", [.i32, .i32], .i32) { x, y, _, _ in
      Self.bits32((Self.integer(x) + Self.integer(y)) >> 1)
    }
    add("uhadd", [.i32, .i32], .i32) { x, y, _, _ in (x + y) >> 1 }
    add("rhadd", [.i32, .i32], .i32) { x, y, _, _ in
      Self.bits32((Self.integer(x) + Self.integer(y) + 1) >> 1)
    }
    add("urhadd", [.i32, .i32], .i32) { x, y, _, _ in (x + y + 1) >> 1 }
  }

  mutating func addBitCasts() {
    add("int_as_float", [.i32], .f32) { x, _, _, _ in x }
    add("float_as_int", [.f32], .i32) { x, _, _, _ in x }
    add("uint_as_float", [.i32], .f32) { x, _, _, _ in x }
    add("float_as_uint", [.f32], .i32) { x, _, _, _ in x }
    add("longlong_as_double", [.i64], .f64) { x, _, _, _ in x }
    add("double_as_longlong", [.f64], .i64) { x, _, _, _ in x }
    add("hiloint2double", [.i32, .i32], .f64) { high, low, _, _ in high << 32 | low }
    add("double2loint", [.f64], .i32) { x, _, _, _ in x & 0xFFFF_FFFF }
    add("double2hiint", [.f64], .i32) { x, _, _, _ in x >> 32 }
  }

  /// The lowest 32 bits of an integer.
  static func bits32(_ value: Int) -> UInt64 { UInt64(UInt32(truncatingIfNeeded: value)) }
}
