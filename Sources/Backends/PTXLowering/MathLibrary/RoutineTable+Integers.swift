import PTX

/// Functions of integers, and those that only move bits.
extension RoutineTable {
  mutating func addIntegers() {
    add("clz", "clz.b32", .bits32)
    add("clzll", "clz.b64", .bits32)
    add("popc", "popc.b32", .bits32)
    add("popcll", "popc.b64", .bits32)
    add("brev", "brev.b32", .bits32)
    add("brevll", "brev.b64", .bits64)
    add("byte_perm", "prmt.b32", .bits32)
    add("abs", "abs.s32", .bits32)
    add("llabs", "abs.s64", .bits64)
    add("mulhi", "mul.hi.s32", .bits32)
    add("umulhi", "mul.hi.u32", .bits32)
    add("mul64hi", "mul.hi.s64", .bits64)
    add("umul64hi", "mul.hi.u64", .bits64)
    for (name, width) in [("ffs", 32), ("ffsll", 64)] {
      add(name) { formula, arguments in
        let value = formula.whole(arguments[0])
        // Zeros below the lowest one that is set: 32 or 64 if none is.
        let isolated = value & (value.constant(0) - value)
        let zeros = Whole(
          formula, formula.compute("clz.b\(width)", .bits32, isolated.operand), 32)
        return (zeros.constant(Int64(width)) - zeros).register
      }
    }
    addWhole("mul24") { ($0[0] << 8).shiftedWithSign(8) * ($0[1] << 8).shiftedWithSign(8) }
    addWhole("umul24") { ($0[0] & 0xFF_FFFF) * ($0[1] & 0xFF_FFFF) }
    for (name, sign) in [("sad", "s32"), ("usad", "u32")] {
      addWhole(name) { values in
        let larger = values[0].made("max.\(sign)", values[0].operand, values[1].operand)
        let smaller = values[0].made("min.\(sign)", values[0].operand, values[1].operand)
        return (larger - smaller) + values[2]
      }
    }
    // Half of what differs, and what both have; rounded up, what either has.
    addWhole("hadd") { ($0[0] & $0[1]) + ($0[0] ^ $0[1]).shiftedWithSign(1) }
    addWhole("uhadd") { ($0[0] & $0[1]) + (($0[0] ^ $0[1]) >> 1) }
    addWhole("rhadd") { ($0[0] | $0[1]) - ($0[0] ^ $0[1]).shiftedWithSign(1) }
    addWhole("urhadd") { ($0[0] | $0[1]) - (($0[0] ^ $0[1]) >> 1) }

    for name in ["int_as_float", "uint_as_float"] { add(name, "mov.b32", .float32) }
    for name in ["float_as_int", "float_as_uint"] { add(name, "mov.b32", .bits32) }
    add("longlong_as_double", "mov.b64", .float64)
    add("double_as_longlong", "mov.b64", .bits64)
    add("hiloint2double") { formula, arguments in
      formula.builder.compute("mov.b64", .float64, .vector([arguments[1], arguments[0]]))
    }
    add("double2loint") { formula, arguments in formula.real(arguments[0]).bits.low.register }
    add("double2hiint") { formula, arguments in
      (formula.real(arguments[0]).bits >> 32).low.register
    }
  }
}
