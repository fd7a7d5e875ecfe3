import Testing

@testable import Arithmetic

/// The signature of every symbol, without `__nv_`: arguments, colon, result, then the names.
private let signatures = """
  d:d acos acosh asin asinh atan atanh cbrt ceil cos cosh cospi cyl_bessel_i0 cyl_bessel_i1
    drcp_rd drcp_rn drcp_ru drcp_rz dsqrt_rd dsqrt_rn dsqrt_ru dsqrt_rz erf erfc erfcinv erfcx
    erfinv exp exp10 exp2 expm1 fabs floor j0 j1 lgamma log log10 log1p log2 logb nearbyint
    normcdf normcdfinv rcbrt rcp64h rint round rsqrt sin sinh sinpi sqrt tan tanh tgamma trunc
    y0 y1
  d:f double2float_rd double2float_rn double2float_ru double2float_rz
  d:i double2hiint double2int_rd double2int_rn double2int_ru double2int_rz double2loint
    double2uint_rd double2uint_rn double2uint_ru double2uint_rz ilogb isfinited isinfd isnand
    signbitd
  d:l double2ll_rd double2ll_rn double2ll_ru double2ll_rz double2ull_rd double2ull_rn
    double2ull_ru double2ull_rz double_as_longlong llrint llround
  dd:d atan2 copysign dadd_rd dadd_rn dadd_ru dadd_rz ddiv_rd ddiv_rn ddiv_ru ddiv_rz dmul_rd
    dmul_rn dmul_ru dmul_rz dsub_rd dsub_rn dsub_ru dsub_rz fdim fmod hypot nextafter pow
    remainder rhypot
  ddd:d fma fma_rd fma_rn fma_ru fma_rz norm3d rnorm3d
  dddd:d norm4d rnorm4d
  di:d ldexp powi scalbn
  f:f acosf acoshf asinf asinhf atanf atanhf cbrtf ceilf cosf coshf cospif cyl_bessel_i0f
    cyl_bessel_i1f erfcf erfcinvf erfcxf erff erfinvf exp10f exp2f expf expm1f fabsf fast_cosf
    fast_exp10f fast_expf fast_log10f fast_log2f fast_logf fast_sinf fast_tanf floorf frcp_rd
    frcp_rn frcp_ru frcp_rz frsqrt_rn fsqrt_rd fsqrt_rn fsqrt_ru fsqrt_rz j0f j1f lgammaf log10f
    log1pf log2f logbf logf nearbyintf normcdff normcdfinvf rcbrtf rintf roundf rsqrtf saturatef
    sinf sinhf sinpif sqrtf tanf tanhf tgammaf truncf y0f y1f
  f:i finitef float2int_rd float2int_rn float2int_ru float2int_rz float2uint_rd float2uint_rn
    float2uint_ru float2uint_rz float_as_int float_as_uint ilogbf isinff isnanf signbitf
  f:l float2ll_rd float2ll_rn float2ll_ru float2ll_rz float2ull_rd float2ull_rn float2ull_ru
    float2ull_rz llrintf llroundf
  ff:f atan2f copysignf fadd_rd fadd_rn fadd_ru fadd_rz fast_fdividef fast_powf fdimf fdiv_rd
    fdiv_rn fdiv_ru fdiv_rz fmodf fmul_rd fmul_rn fmul_ru fmul_rz fsub_rd fsub_rn fsub_ru
    fsub_rz hypotf nextafterf powf remainderf rhypotf
  fff:f fmaf fmaf_rd fmaf_rn fmaf_ru fmaf_rz norm3df rnorm3df
  ffff:f norm4df rnorm4df
  fi:f ldexpf powif scalbnf
  i:d int2double_rn uint2double_rn
  i:f int2float_rd int2float_rn int2float_ru int2float_rz int_as_float uint2float_rd
    uint2float_rn uint2float_ru uint2float_rz uint_as_float
  i:i abs brev clz ffs popc
  id:d jn yn
  if:f jnf ynf
  ii:d hiloint2double
  ii:i hadd mul24 mulhi rhadd uhadd umul24 umulhi urhadd
  iii:i byte_perm sad usad
  l:d ll2double_rd ll2double_rn ll2double_ru ll2double_rz longlong_as_double ull2double_rd
    ull2double_rn ull2double_ru ull2double_rz
  l:f ll2float_rd ll2float_rn ll2float_ru ll2float_rz ull2float_rd ull2float_rn ull2float_ru
    ull2float_rz
  l:i clzll ffsll popcll
  l:l brevll llabs
  ll:l mul64hi umul64hi
  """

private func evaluate(_ name: String, _ arguments: UInt64...) -> UInt64? {
  MathLibrary.function(named: "__nv_" + name)?.evaluate(arguments)
}

private func double(_ value: Double) -> UInt64 { value.bitPattern }

private func single(_ value: Float) -> UInt64 { UInt64(value.bitPattern) }

/// How many values lie between two of the same sign.
private func distance(_ lhs: UInt64, _ rhs: UInt64) -> UInt64 {
  lhs > rhs ? lhs - rhs : rhs - lhs
}

@Test func everySymbolHasItsSignature() {
  let letters: [Character: MathFunction.ValueType] = ["i": .i32, "l": .i64, "f": .f32, "d": .f64]
  var signature: [MathFunction.ValueType] = []
  var names: Set<String> = []
  for word in signatures.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    if word.contains(":") {
      signature = word.compactMap { letters[$0] }
      continue
    }
    let name = "__nv_\(word)"
    names.insert(name)
    let function = MathLibrary.function(named: name)
    #expect(function?.name == name)
    #expect(function.map { $0.parameters + [$0.result] } == signature, "\(name)")
  }
  #expect(names.count == 313)
  #expect(MathLibrary.names == names.sorted())
  #expect(MathLibrary.function(named: "__nv_nothing") == nil)
}

/// The functions that are allowed more than two units of the last place of `f64`.
private let widerTolerances: [String: UInt64] = [
  // 5.5 is near a zero of J0.
  "j0": 4, "erfinv": 4, "cyl_bessel_i0": 4, "cyl_bessel_i1": 4,
]

@Test func knownValuesAreMet() {
  var wrong: [String] = []
  for line in knownMathValues.split(separator: "\n") {
    let words = line.split(separator: " ").map(String.init)
    let values = words.dropFirst().dropLast().map { Double($0)! }
    let expected = Double(words.last!)!
    let function = MathLibrary.function(named: "__nv_\(words[0])")!
    let bits = zip(values, function.parameters).map { value, type in
      type == .i32 ? UInt64(UInt32(truncatingIfNeeded: Int(value))) : value.bitPattern
    }
    let found = function.evaluate(bits)
    if distance(found, expected.bitPattern) > widerTolerances[words[0]] ?? 2 {
      wrong.append(
        "\(line): \(Double(bitPattern: found)), off by \(distance(found, expected.bitPattern))")
    }
    guard values.allSatisfy({ Double(Float($0)) == $0 }),
      let short = MathLibrary.function(named: "__nv_\(words[0])f")
    else { continue }
    let shortBits = zip(values, function.parameters).map { value, type in
      type == .i32 ? UInt64(UInt32(truncatingIfNeeded: Int(value))) : single(Float(value))
    }
    if short.evaluate(shortBits) != single(Float(expected)) {
      wrong.append("\(short.name) \(line): \(FloatFormat.f32.decode(short.evaluate(shortBits)))")
    }
  }
  #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
}

@Test func specialValuesAreThoseOfTheMathAPI() {
  let (infinity, nan) = (double(.infinity), FloatFormat.f64.canonicalNaN!)
  let (one, minusOne) = (double(1.0), double(-1.0))
  let minusZero = double(-0.0)
  let cases: [(String, [UInt64], UInt64)] = [
    ("rsqrt", [0], infinity), ("rsqrt", [minusOne], nan),
    ("rcbrt", [minusZero], infinity | 1 << 63),
    ("sinpi", [double(2.0)], 0), ("sinpi", [minusZero], minusZero), ("sinpi", [infinity], nan),
    ("cospi", [double(0.5)], 0), ("cospi", [double(3.0)], minusOne),
    ("erfinv", [one], infinity), ("erfinv", [minusOne], infinity | 1 << 63),
    ("erfinv", [double(2.0)], nan), ("erfinv", [minusZero], minusZero),
    ("erfcinv", [0], infinity), ("erfcinv", [one], 0), ("erfcinv", [minusOne], nan),
    ("normcdfinv", [0], infinity | 1 << 63), ("normcdfinv", [one], infinity),
    ("normcdf", [infinity], one), ("normcdf", [infinity | 1 << 63], 0),
    ("erfcx", [infinity], 0), ("erfcx", [double(-30.0)], infinity),
    ("cyl_bessel_i0", [0], one), ("cyl_bessel_i0", [infinity], infinity),
    ("cyl_bessel_i1", [infinity | 1 << 63], infinity | 1 << 63),
    ("cyl_bessel_i1", [minusZero], minusZero),
    ("jn", [0xFFFF_FFFF, one], nan), ("yn", [0xFFFF_FFFF, one], nan),
    ("y0", [0], infinity | 1 << 63), ("y1", [minusOne], nan), ("j0", [0], one),
    ("tgamma", [0], infinity), ("tgamma", [minusOne], nan), ("lgamma", [0], infinity),
    ("norm3d", [nan, infinity, 0], infinity), ("norm3d", [nan, 0, 0], nan),
    ("rnorm4d", [0, 0, 0, 0], infinity), ("rhypot", [infinity, nan], 0),
    ("fdim", [one, double(3.0)], 0), ("fdim", [nan, one], nan), ("pow", [nan, 0], one),
    ("logb", [0], infinity | 1 << 63), ("ilogb", [0], 0x8000_0000),
    ("ilogb", [infinity], 0x7FFF_FFFF),
    ("ilogb", [nan], 0x8000_0000), ("ilogb", [1], UInt64(UInt32(bitPattern: -1074))),
    ("ldexp", [one, 0x8000_0000], 0), ("scalbn", [one, 1024], infinity),
    ("ldexp", [double(3.0), UInt64(UInt32(bitPattern: -1075))], 2),
    ("nextafter", [0, minusOne], 1 << 63 | 1), ("nextafter", [one, infinity], one + 1),
    ("nextafter", [minusOne, infinity], minusOne - 1), ("nextafter", [one, one], one),
    ("nextafter", [nan, one], nan), ("copysign", [one, minusZero], minusOne),
    ("isnand", [nan], 1), ("isnand", [one], 0), ("isinfd", [infinity | 1 << 63], 1),
    ("isfinited", [infinity], 0), ("isfinited", [one], 1), ("signbitd", [minusZero], 1),
    ("fmod", [double(5.5), 0], nan), ("remainder", [double(5.0), double(3.0)], minusOne),
    ("round", [double(2.5)], double(3.0)), ("rint", [double(2.5)], double(2.0)),
    ("rcp64h", [double(3.0)], 0x3FD5_5555_0000_0000), ("rcp64h", [1], infinity),
  ]
  for (name, arguments, expected) in cases {
    let found = MathLibrary.function(named: "__nv_\(name)")!.evaluate(arguments)
    #expect(found == expected, "\(name) \(arguments)")
  }
}

@Test func functionsOfSinglesMeetKnownValues() {
  let nan = FloatFormat.f32.canonicalNaN!
  #expect(evaluate("fast_fdividef", single(6), single(3)) == single(2))
  #expect(evaluate("fast_fdividef", single(1), single(0x1p127)) == 0)
  #expect(evaluate("fast_fdividef", single(.infinity), single(0x1p127)) == nan)
  #expect(evaluate("fast_powf", single(2), single(10)) == single(1024))
  #expect(evaluate("fast_powf", single(-2), single(2)) == nan)
  #expect(
    evaluate("fast_expf", single(0)) == single(1) && evaluate("fast_log2f", single(8)) == single(3))
  #expect(
    evaluate("fast_exp10f", single(2)) == single(100)
      && evaluate("fast_log10f", single(1000)) == single(3))
  #expect(
    evaluate("fast_tanf", single(1)) == single(1.5574077) && evaluate("fast_logf", single(1)) == 0)
  #expect(
    evaluate("fast_sinf", single(1)) == single(0.84147096)
      && evaluate("fast_cosf", single(0)) == single(1))
  #expect(evaluate("saturatef", single(1.5)) == single(1) && evaluate("saturatef", nan) == 0)
  #expect(
    evaluate("saturatef", single(-3)) == 0 && evaluate("saturatef", single(0.25)) == single(0.25))
  #expect(evaluate("finitef", single(.infinity)) == 0 && evaluate("isnanf", nan) == 1)
  #expect(evaluate("isinff", single(-.infinity)) == 1 && evaluate("signbitf", single(-0.0)) == 1)
  #expect(evaluate("nextafterf", single(1), single(2)) == single(1) + 1)
  #expect(evaluate("ilogbf", 1) == UInt64(UInt32(bitPattern: -149)))
  #expect(evaluate("ldexpf", single(3), UInt64(UInt32(bitPattern: -150))) == 2)
  #expect(
    evaluate("fmaf", single(1 + 0x1p-23), single(1 - 0x1p-23), single(-1)) == single(-0x1p-46))
  #expect(evaluate("remainderf", single(5), single(3)) == single(-1))
  #expect(evaluate("powif", single(-2), 3) == single(-8))
}

@Test func namesSayTheRounding() {
  let (one, three) = (single(1), single(3))
  #expect(
    evaluate("fdiv_rn", one, three) == 0x3EAA_AAAB && evaluate("fdiv_rd", one, three) == 0x3EAA_AAAA
  )
  #expect(evaluate("frcp_ru", three) == 0x3EAA_AAAB && evaluate("frcp_rz", three) == 0x3EAA_AAAA)
  #expect(evaluate("fadd_ru", one, 1) == one + 1 && evaluate("fadd_rd", one, 1) == one)
  #expect(evaluate("fsub_rz", one, 1) == one - 1 && evaluate("fsub_rn", one, 1) == one)
  #expect(
    evaluate("fmul_ru", one + 1, one + 1) == one + 3
      && evaluate("fmul_rd", one + 1, one + 1) == one + 2)
  #expect(
    evaluate("fsqrt_ru", single(2)) == 0x3FB5_04F4 && evaluate("fsqrt_rz", single(2)) == 0x3FB5_04F3
  )
  #expect(evaluate("frsqrt_rn", single(2)) == 0x3F35_04F3)
  #expect(
    evaluate("fmaf_ru", one, one, 1) == one + 1
      && evaluate("fma_rd", double(1.0), double(1.0), 1) == double(1.0))
  #expect(evaluate("dadd_ru", double(1.0), 1) == 1.0.nextUp.bitPattern)
  #expect(evaluate("ddiv_rz", double(1.0), double(3.0)) == double(1.0 / 3))
  #expect(evaluate("drcp_ru", double(3.0)) == (1.0 / 3).nextUp.bitPattern)
  #expect(evaluate("double2float_ru", double(0.1)) == single(0.1))
  #expect(evaluate("double2float_rd", double(0.1)) == single(0.1) - 1)
  let half = single(-2.5)
  #expect(
    evaluate("float2int_rn", half) == 0xFFFF_FFFE && evaluate("float2int_rd", half) == 0xFFFF_FFFD)
  #expect(evaluate("float2int_ru", half) == 0xFFFF_FFFE && evaluate("float2uint_rz", half) == 0)
  #expect(
    evaluate("float2ll_rd", half) == 0xFFFF_FFFF_FFFF_FFFD
      && evaluate("float2ull_rn", single(3.5)) == 4)
  #expect(evaluate("double2int_rz", double(-2.5)) == 0xFFFF_FFFE)
  #expect(evaluate("double2int_rn", FloatFormat.f64.canonicalNaN!) == 0x8000_0000)
  #expect(
    evaluate("double2uint_ru", double(2.1)) == 3 && evaluate("double2ull_rn", double(2.1)) == 2)
  #expect(
    evaluate("int2float_rz", 0x7FFF_FFFF) == single(0x1p31) - 1
      && evaluate("int2float_rn", 0xFFFF_FFFF) == single(-1))
  #expect(
    evaluate("uint2float_rn", 0xFFFF_FFFF) == single(0x1p32)
      && evaluate("uint2double_rn", 0xFFFF_FFFF) == double(4294967295.0))
  #expect(
    evaluate("ll2float_rd", .max) == single(-1)
      && evaluate("ull2float_rz", .max) == single(0x1p64) - 1)
  #expect(
    evaluate("ull2double_ru", .max) == double(0x1p64)
      && evaluate("ll2double_rz", .max) == double(-1.0))
  #expect(evaluate("llrint", double(2.5)) == 2 && evaluate("llround", double(2.5)) == 3)
  #expect(
    evaluate("llrintf", single(-1.5)) == UInt64(bitPattern: -2)
      && evaluate("llroundf", single(0.5)) == 1)
}

@Test func integerFunctionsMeetKnownValues() {
  let minus: (Int32) -> UInt64 = { UInt64(UInt32(bitPattern: -$0)) }
  #expect(evaluate("clz", 1) == 31 && evaluate("clzll", 1) == 63 && evaluate("popc", 0xF0F0) == 8)
  #expect(
    evaluate("ffs", 0) == 0 && evaluate("ffsll", 1 << 40) == 41 && evaluate("popcll", .max) == 64)
  #expect(evaluate("brev", 1) == 0x8000_0000 && evaluate("brevll", 1) == 1 << 63)
  #expect(evaluate("byte_perm", 0x3322_1100, 0x7766_5544, 0x0167) == 0x0011_6677)
  #expect(evaluate("abs", minus(5)) == 5 && evaluate("llabs", UInt64(bitPattern: -5)) == 5)
  #expect(evaluate("mulhi", minus(1), 1) == 0xFFFF_FFFF && evaluate("umulhi", 0xFFFF_FFFF, 2) == 1)
  #expect(evaluate("mul64hi", .max, 1) == .max && evaluate("umul64hi", .max, 2) == 1)
  #expect(
    evaluate("mul24", 0xFF_FFFF, 3) == minus(3) && evaluate("umul24", 0x1FF_FFFF, 3) == 0x2FF_FFFD)
  #expect(evaluate("sad", minus(3), 4, 10) == 17 && evaluate("usad", 3, 10, 1) == 8)
  #expect(evaluate("hadd", minus(3), 0) == minus(2) && evaluate("rhadd", minus(3), 0) == minus(1))
  #expect(
    evaluate("uhadd", 0xFFFF_FFFF, 2) == 0x8000_0000
      && evaluate("urhadd", 0xFFFF_FFFF, 1) == 0x8000_0000)
  #expect(evaluate("hiloint2double", 0x3FF0_0000, 1) == double(1.0) + 1)
  #expect(evaluate("double2hiint", double(1.0)) == 0x3FF0_0000 && evaluate("double2loint", 5) == 5)
  #expect(
    evaluate("float_as_int", single(1)) == 0x3F80_0000 && evaluate("fabsf", single(-1)) == single(1)
  )
}
