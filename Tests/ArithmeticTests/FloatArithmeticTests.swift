import RandomTesting
import Testing

@testable import Arithmetic

private let native: [FloatFormat] = [.f32, .f64]

@Test(arguments: native)
func exactNumbersRoundAsTheProcessorDoes(_ format: FloatFormat) {
  var generator = SplitMix(seed: 11)
  for _ in 0..<15_000 {
    let lhs = generator.pattern(width: format.bitWidth)
    // Every other pair has close exponents, where sums cancel.
    let rhs =
      generator.next() & 1 == 0
      ? generator.pattern(width: format.bitWidth)
      : (lhs ^ generator.next() & 0x81_FFFF) ^ format.signBit
    let third = generator.pattern(width: format.bitWidth)
    let even = FloatRounding.nearestEven
    #expect(
      FloatArithmetic.add(lhs, rhs, format, rounding: even) == FloatArithmetic.add(lhs, rhs, format)
    )
    #expect(
      FloatArithmetic.subtract(lhs, third, format, rounding: even)
        == FloatArithmetic.subtract(lhs, third, format))
    #expect(
      FloatArithmetic.multiply(lhs, third, format, rounding: even)
        == FloatArithmetic.multiply(lhs, third, format))
    #expect(
      FloatArithmetic.divide(lhs, third, format, rounding: even)
        == FloatArithmetic.divide(lhs, third, format))
    #expect(
      FloatArithmetic.squareRoot(lhs, format, rounding: even)
        == FloatArithmetic.squareRoot(lhs, format))
    let product = FloatArithmetic.multiply(lhs, third, format)
    for addend in [rhs, product ^ format.signBit, product &+ 1] {
      #expect(
        FloatArithmetic.multiplyAdd(lhs, third, addend, format, rounding: even)
          == FloatArithmetic.multiplyAdd(lhs, third, addend, format))
    }
  }
}

/// The formats that are computed in a wider one.
@Test(arguments: [FloatFormat.f16, .bf16, .tf32, .f8E4M3FN, .f8E5M2, .f4E2M1FN])
func narrowArithmeticIsRoundedOnce(_ format: FloatFormat) {
  var generator = SplitMix(seed: 12)
  var wrong: [String] = []
  func expect(_ found: UInt64, _ expected: UInt64, _ what: String) {
    if found != expected { wrong.append("\(what): \(found) instead of \(expected)") }
  }
  let even = FloatRounding.nearestEven
  for _ in 0..<25_000 {
    let bits = (0..<3).map { _ in
      generator.pattern(width: format.bitWidth) << UInt64(format.carrierShift)
    }
    let (a, b, c) = (bits[0], bits[1], bits[2])
    expect(
      FloatArithmetic.add(a, b, format), FloatArithmetic.add(a, b, format, rounding: even),
      "\(a) + \(b)")
    expect(
      FloatArithmetic.subtract(a, b, format),
      FloatArithmetic.subtract(a, b, format, rounding: even), "\(a) - \(b)")
    expect(
      FloatArithmetic.multiply(a, b, format),
      FloatArithmetic.multiply(a, b, format, rounding: even), "\(a) * \(b)")
    expect(
      FloatArithmetic.divide(a, b, format), FloatArithmetic.divide(a, b, format, rounding: even),
      "\(a) / \(b)")
    expect(
      FloatArithmetic.squareRoot(a, format),
      FloatArithmetic.squareRoot(a, format, rounding: even), "sqrt \(a)")
    let product = FloatArithmetic.multiply(a, b, format)
    for addend in [c, product ^ format.signBit, c & 0xF << UInt64(format.carrierShift)] {
      expect(
        FloatArithmetic.multiplyAdd(a, b, addend, format),
        FloatArithmetic.multiplyAdd(a, b, addend, format, rounding: even), "\(a) * \(b) + \(addend)"
      )
    }
  }
  #expect(wrong.isEmpty, "\(wrong.prefix(4))")
}

@Test(arguments: [FloatFormat.f16, .f32, .f64])
func directedRoundingsEncloseTheResult(_ format: FloatFormat) {
  typealias Operation = (UInt64, UInt64, FloatRounding) -> UInt64
  let operations: [Operation] = [
    { FloatArithmetic.add($0, $1, format, rounding: $2) },
    { FloatArithmetic.subtract($0, $1, format, rounding: $2) },
    { FloatArithmetic.multiply($0, $1, format, rounding: $2) },
    { FloatArithmetic.divide($0, $1, format, rounding: $2) },
    { FloatArithmetic.multiplyAdd($0, $1, $0 &+ 77, format, rounding: $2) },
    { bits, _, rounding in FloatArithmetic.squareRoot(bits, format, rounding: rounding) },
  ]
  var generator = SplitMix(seed: 13)
  for _ in 0..<3_000 {
    let (lhs, rhs) = (
      generator.pattern(width: format.bitWidth), generator.pattern(width: format.bitWidth)
    )
    for operation in operations {
      let (downBits, upBits) = (operation(lhs, rhs, .down), operation(lhs, rhs, .up))
      let (down, up) = (format.decode(downBits), format.decode(upBits))
      let nearest = format.decode(operation(lhs, rhs, .nearestEven))
      if nearest.isNaN { continue }
      #expect(down <= nearest && nearest <= up && (nearest == down || nearest == up))
      let zero = format.decode(operation(lhs, rhs, .towardZero))
      #expect(zero == (nearest > 0 ? down : nearest < 0 ? up : zero) || zero == 0)
      if down == up || down == 0 || up == 0 { continue }
      #expect(downBits &+ 1 == upBits || upBits &+ 1 == downBits)
    }
  }
}

@Test func directedRoundingsOfKnownValues() {
  let single = FloatFormat.f32
  let (one, three) = (single.encode(1.0), single.encode(3.0))
  #expect(FloatArithmetic.divide(one, three, single, rounding: .down) == 0x3EAA_AAAA)
  #expect(FloatArithmetic.divide(one, three, single, rounding: .up) == 0x3EAA_AAAB)
  #expect(FloatArithmetic.divide(one, three, single, rounding: .towardZero) == 0x3EAA_AAAA)
  #expect(FloatArithmetic.add(one, one | single.signBit, single, rounding: .down) == single.signBit)
  #expect(FloatArithmetic.add(one, one | single.signBit, single, rounding: .up) == 0)
  #expect(FloatArithmetic.add(one, 1, single, rounding: .up) == one + 1)
  #expect(FloatArithmetic.subtract(one, 1, single, rounding: .towardZero) == one - 1)
  #expect(FloatArithmetic.multiply(1, 1, single, rounding: .up) == 1)
  #expect(FloatArithmetic.squareRoot(single.encode(2.0), single, rounding: .down) == 0x3FB5_04F3)
  #expect(FloatArithmetic.squareRoot(single.encode(2.0), single, rounding: .up) == 0x3FB5_04F4)
  #expect(
    FloatArithmetic.reciprocalSquareRoot(single.encode(4.0), single, rounding: .up)
      == single.encode(0.5))
  #expect(
    FloatArithmetic.reciprocalSquareRoot(single.encode(2.0), single, rounding: .down) == 0x3F35_04F3
  )
  #expect(
    FloatArithmetic.reciprocalSquareRoot(single.encode(2.0), single, rounding: .up) == 0x3F35_04F4)
}

@Test(arguments: [FloatFormat.f8E5M2, .f16, .bf16, .f32, .f64])
func extremaOrderZerosAndTreatNaNAsTheirNamesSay(_ format: FloatFormat) {
  let nan = format.canonicalNaN!
  let (one, two, zero) = (format.encode(1.0), format.encode(2.0), UInt64(0))
  let minusZero = format.signBit
  for (lhs, rhs) in [(one, two), (two, one)] {
    #expect(FloatArithmetic.minimum(lhs, rhs, format) == one)
    #expect(FloatArithmetic.maximum(lhs, rhs, format) == two)
    #expect(FloatArithmetic.minimumNumber(lhs, rhs, format) == one)
    #expect(FloatArithmetic.maximumNumber(lhs, rhs, format) == two)
  }
  for (lhs, rhs) in [(zero, minusZero), (minusZero, zero)] {
    #expect(FloatArithmetic.minimum(lhs, rhs, format) == minusZero)
    #expect(FloatArithmetic.maximum(lhs, rhs, format) == zero)
    #expect(FloatArithmetic.minimumNumber(lhs, rhs, format) == minusZero)
    #expect(FloatArithmetic.maximumNumber(lhs, rhs, format) == zero)
  }
  for (lhs, rhs) in [(nan, one), (one, nan | format.signBit)] {
    #expect(FloatArithmetic.minimum(lhs, rhs, format) == nan)
    #expect(FloatArithmetic.maximum(lhs, rhs, format) == nan)
    #expect(FloatArithmetic.minimumNumber(lhs, rhs, format) == one)
    #expect(FloatArithmetic.maximumNumber(lhs, rhs, format) == one)
  }
  #expect(FloatArithmetic.minimumNumber(nan, nan, format) == nan)
  #expect(FloatArithmetic.clamp(nan, one, two, format) == nan)
  #expect(FloatArithmetic.clampNumber(nan, one, two, format) == one)
  #expect(FloatArithmetic.clamp(zero, one, two, format) == one)
  #expect(FloatArithmetic.clamp(format.encode(1.5), one, two, format) == format.encode(1.5))
}

@Test(arguments: [FloatFormat.f8E4M3FN, .f16, .f32, .f64])
func predicatesHoldForTheirRelations(_ format: FloatFormat) {
  let (one, two, nan) = (format.encode(1.0), format.encode(2.0), format.canonicalNaN!)
  // Whether each of the 16 holds for: equal, greater, less, unordered.
  let table: [(String, String)] = [
    ("false", "...."), ("oeq", "E..."), ("ogt", ".G.."), ("oge", "EG.."), ("olt", "..L."),
    ("ole", "E.L."), ("one", ".GL."), ("ord", "EGL."), ("uno", "...U"), ("ueq", "E..U"),
    ("ugt", ".G.U"), ("uge", "EG.U"), ("ult", "..LU"), ("ule", "E.LU"), ("une", ".GLU"),
    ("true", "EGLU"),
  ]
  for (name, holds) in table {
    let predicate = FloatPredicate(mlirName: name)!
    #expect(predicate.mlirName == name)
    let found = [
      FloatArithmetic.compare(predicate, one, one, format) ? "E" : ".",
      FloatArithmetic.compare(predicate, two, one, format) ? "G" : ".",
      FloatArithmetic.compare(predicate, one, two, format) ? "L" : ".",
      FloatArithmetic.compare(predicate, nan, nan, format) ? "U" : ".",
    ].joined()
    #expect(found == holds, "\(name)")
    #expect(
      FloatArithmetic.compare(predicate, 0, format.signBit, format)
        == FloatArithmetic.compare(predicate, one, one, format))
  }
  #expect(FloatPredicate(mlirName: "eq") == nil)
}

@Test func functionsOfKnownValues() {
  let half = FloatFormat.f16
  func apply(_ function: (UInt64, FloatFormat) -> UInt64, _ value: Double) -> Double {
    half.decode(function(half.encode(value), half))
  }
  #expect(apply(FloatArithmetic.floor, -1.5) == -2 && apply(FloatArithmetic.ceil, -1.5) == -1)
  #expect(apply(FloatArithmetic.truncate, -1.5) == -1 && apply(FloatArithmetic.round, 2.5) == 3)
  #expect(apply(FloatArithmetic.roundEven, 2.5) == 2 && apply(FloatArithmetic.squareRoot, 9) == 3)
  #expect(
    apply(FloatArithmetic.reciprocalSquareRoot, 4) == 0.5 && apply(FloatArithmetic.exp2, 10) == 1024
  )
  #expect(apply(FloatArithmetic.log2, 0.25) == -2 && apply(FloatArithmetic.exp, 0) == 1)
  #expect(apply(FloatArithmetic.log, 1) == 0 && apply(FloatArithmetic.erf, 0) == 0)
  #expect(apply(FloatArithmetic.cos, 0) == 1 && apply(FloatArithmetic.sin, 0) == 0)
  #expect(apply(FloatArithmetic.tanh, 20) == 1)
  #expect(FloatArithmetic.exp(half.encode(20.0), half) == 0x7C00)
  #expect(FloatArithmetic.log(half.encode(-1.0), half) == 0x7FFF)
  #expect(
    FloatArithmetic.exp(Float(1)) == 2.7182817 && FloatArithmetic.exp(1.0) == 2.718281828459045)
  let fmod = FloatArithmetic.remainder(half.encode(-7.5), half.encode(2.0), half)
  #expect(half.decode(fmod) == -1.5)
  #expect(
    FloatArithmetic.negate(0x3C00, half) == 0xBC00
      && FloatArithmetic.absolute(0xBC00, half) == 0x3C00)
  #expect(
    FloatArithmetic.negate(0x80, .f8E4M3FNUZ) == 0x80 && FloatArithmetic.negate(0, .f8E4M3FNUZ) == 0
  )
}

@Test func conversionsBetweenIntegersAndFloatsRoundOnce() {
  var generator = SplitMix(seed: 14)
  for _ in 0..<20_000 {
    let bits = generator.pattern(width: 64)
    let value = Int64(bitPattern: bits)
    #expect(
      FloatConversion.fromSigned(bits, width: 64, to: .f32) == UInt64(Float(value).bitPattern))
    #expect(FloatConversion.fromSigned(bits, width: 64, to: .f64) == Double(value).bitPattern)
    #expect(FloatConversion.fromUnsigned(bits, to: .f32) == UInt64(Float(bits).bitPattern))
    #expect(FloatConversion.fromUnsigned(bits, to: .f64) == Double(bits).bitPattern)
    let short = Int32(truncatingIfNeeded: bits)
    let word = UInt64(UInt32(bitPattern: short))
    #expect(
      FloatConversion.fromSigned(word, width: 32, to: .f32) == UInt64(Float(short).bitPattern))
    let single = generator.pattern(width: 32)
    let float = Float(bitPattern: UInt32(single))
    guard !float.isNaN else { continue }
    let clamped = float >= 0x1p31 ? Int32.max : float < -0x1p31 ? Int32.min : Int32(float)
    #expect(
      FloatConversion.toSigned(single, from: .f32, width: 32) == UInt64(UInt32(bitPattern: clamped))
    )
    let unsigned = float >= 0x1p32 ? UInt32.max : float <= 0 ? 0 : UInt32(float)
    #expect(FloatConversion.toUnsigned(single, from: .f32, width: 32) == UInt64(unsigned))
  }
  // 2^24 + 1 + a little: through f64 first it would become a tie.
  #expect(FloatConversion.fromUnsigned(0x0100_0001_0000_0001, to: .f32) == 0x5B80_0001)
  #expect(
    FloatConversion.toSigned(FloatFormat.f32.encode(-1.5), from: .f32, width: 8, rounding: .down)
      == 0xFE)
  #expect(
    FloatConversion.toSigned(
      FloatFormat.f32.encode(2.5), from: .f32, width: 8, rounding: .nearestEven) == 2)
  #expect(FloatConversion.toSigned(FloatFormat.f32.encode(300.0), from: .f32, width: 8) == 0x7F)
  #expect(FloatConversion.toUnsigned(0x7C00, from: .f16, width: 64) == .max)
}

@Test func notANumberBecomesTheIntegerThatTheISANames() {
  let (single, double) = (FloatFormat.f32.canonicalNaN!, FloatFormat.f64.canonicalNaN!)
  #expect(FloatConversion.toSigned(single, from: .f32, width: 32) == 0)
  #expect(FloatConversion.toUnsigned(single, from: .f32, width: 16) == 0)
  #expect(FloatConversion.toSigned(single, from: .f32, width: 64) == 1 << 63)
  #expect(FloatConversion.toSigned(double, from: .f64, width: 32) == 1 << 31)
  #expect(FloatConversion.toUnsigned(double, from: .f64, width: 32) == 1 << 31)
}

@Test func conversionsBetweenFormatsRoundOnce() {
  // Above the tie between 1 and the next half; through f32 it would become the tie itself.
  let value = 1 + 0x1p-11 + 0x1p-40
  #expect(FloatConversion.convert(value.bitPattern, from: .f64, to: .f16) == 0x3C01)
  #expect(
    FloatConversion.convert(value.bitPattern, from: .f64, to: .f16, rounding: .towardZero) == 0x3C00
  )
  let large = FloatFormat.f32.encode(1000.0)
  #expect(FloatConversion.convert(large, from: .f32, to: .f8E4M3FN, saturating: true) == 0x7E)
  #expect(FloatConversion.convert(large, from: .f32, to: .f8E4M3FN) == 0x7F)
  #expect(FloatConversion.convert(0x3C00, from: .f16, to: .f64) == 1.0.bitPattern)
  #expect(FloatConversion.convert(0xFE00, from: .f16, to: .bf16) == 0x7FFF)
}
