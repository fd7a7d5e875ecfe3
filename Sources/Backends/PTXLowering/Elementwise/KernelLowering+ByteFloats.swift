import Arithmetic
import IR
import PTX

/// Floats of 8 bits, for which most machines have no instructions.
extension KernelLowering {
  /// A float of 8 bits as one of 32.
  mutating func decodedByte(_ value: Register, _ type: ScalarType) -> Register {
    if let name = type.machineName, hasByteConversions {
      let pair = builder.compute("cvt.rn.f16x2.\(name)x2", .bits32, .register(value))
      let low = builder.compute("cvt.u16.u32", .bits16, .register(pair))
      return builder.compute("cvt.f32.f16", .float32, .register(low))
    }
    guard let format = type.floatFormat else { return value }
    let byte = builder.compute("cvt.u32.u8", .bits32, .register(value))
    let magnitude = builder.compute("and.b32", .bits32, .register(byte), .integer(0x7F))
    // The fields where a float of 32 bits has them, then a multiplication by the power of two
    // between the two biases: it is exact, and makes normal numbers of subnormal ones.
    let fields = builder.compute(
      "shl.b32", .bits32, .register(magnitude), .integer(Int64(23 - format.mantissaBits)))
    let number = builder.compute("mov.b32", .float32, .register(fields))
    let scale = Float(sign: .plus, exponent: 127 - format.bias, significand: 1)
    let scaled = builder.compute("mul.rn.f32", .float32, .register(number), .float(scale))
    var bits = builder.compute("mov.b32", .bits32, .register(scaled))
    if format == .f8E5M2 {
      let isSpecial = builder.compute(
        "setp.ge.u32", .predicate, .register(magnitude), .integer(0x7C))
      let special = builder.compute(
        "or.b32", .bits32, .register(fields), .integer(0x7F80_0000))
      bits = select(isSpecial, special, bits)
    }
    let sign = builder.compute("and.b32", .bits32, .register(byte), .integer(0x80))
    let moved = builder.compute("shl.b32", .bits32, .register(sign), .integer(24))
    bits = builder.compute("or.b32", .bits32, .register(bits), .register(moved))
    if format != .f8E5M2 {
      let isMinusZero = format.specialValues == .nanIsMinusZero
      let isNaN = builder.compute(
        "setp.eq.s32", .predicate, .register(isMinusZero ? byte : magnitude),
        .integer(isMinusZero ? 0x80 : 0x7F))
      bits = select(isNaN, integer(0x7FC0_0000, .bits32), bits)
    }
    return builder.compute("mov.b32", .float32, .register(bits))
  }

  /// A float of 32 bits as one of 8.
  mutating func encodedByte(_ value: Register, _ type: ScalarType, _ rule: FloatRule) -> Register {
    if rule == .nearestFinite, let name = type.machineName, hasByteConversions {
      let zero = constant(0, .f32)
      return builder.compute(
        "cvt.rn.satfinite.\(name)x2.f32", .bits16, .register(zero), .register(value))
    }
    guard let format = type.floatFormat, let nan = format.canonicalNaN else { return value }
    let bits = builder.compute("mov.b32", .bits32, .register(value))
    let magnitude = builder.compute(
      "and.b32", .bits32, .register(bits), .integer(0x7FFF_FFFF))
    let least = Int64(128 - format.bias) << 23
    let isSubnormal = builder.compute(
      "setp.lt.u32", .predicate, .register(magnitude), .integer(least))
    var result = select(
      isSubnormal, subnormalByte(magnitude, format, rule), normalByte(magnitude, format, rule))

    // Magnitudes above the largest are larger numbers here as well.
    let largest = Int64(format.largestFinite)
    let overflow = rule == .nearest ? format.infinity ?? nan : format.largestFinite
    let isTooLarge = builder.compute(
      "setp.gt.u32", .predicate, .register(result), .integer(largest))
    result = select(isTooLarge, integer(Int64(overflow), .bits32), result)
    var isSignless = rule == .nearest && format.infinity == nil ? isTooLarge : nil
    if rule == .towardZero {
      let isInfinite = builder.compute(
        "setp.eq.s32", .predicate, .register(magnitude), .integer(0x7F80_0000))
      result = select(isInfinite, integer(Int64(format.infinity ?? nan), .bits32), result)
      if format.infinity == nil { isSignless = isInfinite }
    }
    let shifted = builder.compute("shr.u32", .bits32, .register(bits), .integer(24))
    let sign = builder.compute("and.b32", .bits32, .register(shifted), .integer(0x80))
    var signed = builder.compute("or.b32", .bits32, .register(result), .register(sign))
    if let isSignless { signed = select(isSignless, result, signed) }
    if format.specialValues == .nanIsMinusZero {
      let isZero = builder.compute(
        "setp.eq.s32", .predicate, .register(result), .integer(0))
      signed = select(isZero, result, signed)
    }
    let isNaN = builder.compute(
      "setp.gt.u32", .predicate, .register(magnitude), .integer(0x7F80_0000))
    signed = select(isNaN, integer(Int64(nan), .bits32), signed)
    return builder.compute("cvt.u16.u32", .bits16, .register(signed))
  }

  /// The magnitude of a number whose exponent the format has.
  private mutating func normalByte(
    _ magnitude: Register, _ format: FloatFormat, _ rule: FloatRule
  ) -> Register {
    let shift = Int64(23 - format.mantissaBits)
    let rebiased = builder.compute(
      "sub.s32", .bits32, .register(magnitude), .integer(Int64(127 - format.bias) << 23))
    if rule == .towardZero {
      return builder.compute("shr.u32", .bits32, .register(rebiased), .integer(shift))
    }
    // Just below one half, and the last bit that stays: a tie moves up if that is odd.
    let moved = builder.compute("shr.u32", .bits32, .register(magnitude), .integer(shift))
    let last = builder.compute("and.b32", .bits32, .register(moved), .integer(1))
    let half = builder.compute(
      "add.s32", .bits32, .register(rebiased), .integer((1 << (shift - 1)) - 1))
    let rounded = builder.compute("add.s32", .bits32, .register(half), .register(last))
    return builder.compute("shr.u32", .bits32, .register(rounded), .integer(shift))
  }

  /// The magnitude of a number below the format's least normal one: added to a number whose last bit
  /// is worth as much as the format's, it is rounded by the addition.
  private mutating func subnormalByte(
    _ magnitude: Register, _ format: FloatFormat, _ rule: FloatRule
  ) -> Register {
    let exponent = 24 - format.bias - format.mantissaBits
    let large = Float(sign: .plus, exponent: exponent, significand: 1)
    let number = builder.compute("mov.b32", .float32, .register(magnitude))
    let sum = builder.compute(
      "add.\(rule.word).f32", .float32, .register(number), .float(large))
    let bits = builder.compute("mov.b32", .bits32, .register(sum))
    return builder.compute(
      "sub.s32", .bits32, .register(bits), .integer(Int64(large.bitPattern)))
  }

  /// Whether the machine converts two floats of 8 bits at once.
  private var hasByteConversions: Bool { options.target.supports(.sm89) }
}

extension ScalarType {
  /// What PTX calls the format, if it has instructions for it.
  fileprivate var machineName: String? {
    switch self {
    case .f8E4M3FN: "e4m3"
    case .f8E5M2: "e5m2"
    default: nil
    }
  }
}
