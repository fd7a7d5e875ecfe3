import Arithmetic
import IR
import PTX

/// Conversions between float formats, each rounded once.
///
/// What is narrower than 32 bits passes through 32 bits, which hold all its numbers. A number of 64
/// bits on its way to 8 or 16 bits is first cut to 32 bits with an odd last bit if anything was lost
/// ("rounding to odd"), so that the second rounding sees on which side of a tie it lies.
extension KernelLowering {
  /// A float of type `from` as one of type `to`.
  mutating func convertedFloat(
    _ value: Register, from: ScalarType, to: ScalarType, _ rule: FloatRule
  ) -> Register {
    switch (from, to) {
    case _ where from == to: return value
    case (.f64, .f32):
      return builder.compute("cvt.\(rule.word).f32.f64", .float32, .register(value))
    case (.f64, .f16):
      return builder.compute("cvt.\(rule.word).f16.f64", .bits16, .register(value))
    case (.f64, _): return narrowed(cutToOdd(value), to: to, rule)
    case (.f16, .f64): return builder.compute("cvt.f64.f16", .float64, .register(value))
    case (_, .f64):
      return builder.compute("cvt.f64.f32", .float64, .register(widened(value, from: from)))
    default: return narrowed(widened(value, from: from), to: to, rule)
    }
  }

  /// A float of at most 32 bits in 32 bits.
  mutating func widened(_ value: Register, from type: ScalarType) -> Register {
    switch type {
    case .f32: return value
    case .f16: return builder.compute("cvt.f32.f16", .float32, .register(value))
    case .bf16:
      return builder.compute("mov.b32", .float32, .register(shiftedUp(value)))
    default: return decodedByte(value, type)
    }
  }

  /// The 16 bits of `value` above 16 zeros.
  ///
  /// What is computed again is computed in other words: the assembler would keep the first result
  /// through a barrier rather than compute it twice.
  private mutating func shiftedUp(_ value: Register) -> Register {
    if let wide = builder.operand(of: "cvt.u16.u32", thatComputed: value) {
      return builder.repeatsComputed
        ? builder.compute("prmt.b32", .bits32, wide, .integer(0), .integer(0x1044))
        : builder.compute("shl.b32", .bits32, wide, .integer(16))
    }
    if builder.repeatsComputed {
      let low = builder.compute("cvt.u32.u16", .bits32, .register(value))
      return builder.compute("shl.b32", .bits32, .register(low), .integer(16))
    }
    return builder.compute("mov.b32", .bits32, .vector([integer(0, .bits16), value]))
  }

  /// A float of 32 bits in `type`, which has at most as many.
  mutating func narrowed(_ value: Register, to type: ScalarType, _ rule: FloatRule) -> Register {
    switch type {
    case .f32: return value
    case .f16, .bf16:
      return builder.compute("cvt.\(rule.word).\(type.name).f32", .bits16, .register(value))
    default: return encodedByte(value, type, rule)
    }
  }

  /// A float of 64 bits cut to 32, with an odd last bit if it was not exact.
  private mutating func cutToOdd(_ value: Register) -> Register {
    let cut = builder.compute("cvt.rz.f32.f64", .float32, .register(value))
    let back = builder.compute("cvt.f64.f32", .float64, .register(cut))
    // False for NaN.
    let isInexact = builder.compute(
      "setp.ne.f64", .predicate, .register(back), .register(value))
    return madeOdd(cut, if: isInexact)
  }

  /// `value` with an odd last bit if `condition` holds.
  mutating func madeOdd(_ value: Register, if condition: Register) -> Register {
    let bits = builder.compute("mov.b32", .bits32, .register(value))
    let odd = builder.compute("or.b32", .bits32, .register(bits), .integer(1))
    let chosen = select(condition, odd, bits)
    return builder.compute("mov.b32", .float32, .register(chosen))
  }
}
