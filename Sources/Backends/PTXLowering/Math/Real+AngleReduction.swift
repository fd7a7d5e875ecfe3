import PTX

/// An angle within a quarter turn of a multiple of a quarter turn.
struct ReducedAngle {
  /// What is left, at most a little more than π/4.
  let rest: Real
  /// What was rounded off `rest`.
  let low: Real
  /// How many quarter turns were taken away; its lowest two bits count.
  let quarters: Whole
}

extension Real {
  /// π/2 in three parts.
  private static let quarterTurn = (
    high: 1.5707963267948966, middle: 6.123233995736766e-17, low: -1.4973849048591698e-33
  )
  private static let quartersPerRadian = 0.6366197723675814

  /// The binary digits of 2/π, after 64 zeros.
  private static let inverseQuarterTurn = ConstantTable(
    name: "inverse_quarter_turn",
    words: [
      0x0000_0000_0000_0000, 0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0,
      0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561, 0xB724_6E3A_424D_D2E0,
      0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
      0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B,
      0x1FF8_97FF_DE05_980F, 0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7,
      0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B, 0x3D07_39F7_8A52_92EA,
      0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
    ])

  /// The number as an angle in 64 bits.
  var reducedAngle: ReducedAngle {
    let n = (self * Self.quartersPerRadian).rounded("rni")
    // Exact: a multiple of the last bit of π/2's first part, below one.
    let first = fma(n, -Self.quarterTurn.high, self)
    let rest = fma(n, -Self.quarterTurn.middle, first)
    let low = fma(
      n, -Self.quarterTurn.low, fma(n, -Self.quarterTurn.middle, first - rest))
    let parts = formula.when(magnitude > 0x1p30, else: [rest, low, n]) {
      let large = self.reducedLargeAngle
      return [large.rest, large.low, large.quarters.wide]
    }
    return ReducedAngle(rest: parts[0], low: parts[1], quarters: parts[2].integer("rni"))
  }

  /// The number, at least 2^30, as an angle: its integer significand times those 192 digits of 2/π
  /// that neither make whole turns nor vanish (Payne and Hanek, 1983).
  private var reducedLargeAngle: ReducedAngle {
    let bits = magnitude.bits
    let significand = bits & 0xF_FFFF_FFFF_FFFF | 1 << 52
    let exponent = ((bits >> 52).low - 1075).atMost(971)
    // The product's first digit is worth two quarter turns.
    let start = exponent + 62
    let shift = start & 63
    let up = { (word: Whole, next: Whole) in
      word.up(shift) | next.down(shift.constant(64) - shift)
    }
    let place =
      formula.address(of: Self.inverseQuarterTurn) + ((start >> 6).extended << 3)
    let words = (0..<4).map { place.loaded(offset: Int64($0 * 8)) }
    let digits = (0..<3).map { up(words[$0], words[$0 + 1]) }

    let carry = significand.made("mul.hi.u64", significand.operand, digits[2].operand)
    let low = significand.made(
      "mad.lo.u64", significand.operand, digits[1].operand, carry.operand)
    let overflow = low.compared("lt", carry, isSigned: false)
    let high =
      significand * digits[0]
      + significand.made("mul.hi.u64", significand.operand, digits[1].operand)
      + select(overflow, carry.constant(1), carry.constant(0))

    let fraction = (high << 2) | (low >> 62)
    let quarters = (high >> 62).low + select(fraction < 0, formula.whole(1), formula.whole(0))
    // The fraction as a number with sign, in two parts.
    let leading = fraction.wide
    let trailing =
      (fraction - leading.integer("rni", 64)).wide + (low << 2).unsignedWide * 0x1p-64
    let sum = leading + trailing
    let rest = trailing - (sum - leading)
    let (unit, unitLow) = (Self.quarterTurn.high * 0x1p-64, Self.quarterTurn.middle * 0x1p-64)
    let angle = sum * unit
    let angleLow = fma(sum, unit, -angle) + fma(sum, unitLow, rest * unit)
    let isNegative = self < 0
    return ReducedAngle(
      rest: select(isNegative, -angle, angle), low: select(isNegative, -angleLow, angleLow),
      quarters: select(isNegative, quarters.constant(0) - quarters, quarters))
  }

  /// The number as an angle in 32 bits.
  var reducedSingleAngle: ReducedAngle {
    let n = (self * Self.quartersPerRadian).rounded("rni")
    let first = fma(n, -1.5707963705062866, self)
    let second = fma(n, 4.371138828673793e-08, first)
    let rest = fma(n, 1.7151245100058819e-15, second)
    let parts = formula.when(magnitude > 65536, else: [rest, n]) {
      let wide = self.widened.reducedAngle
      return [wide.rest.narrowed, (wide.quarters & 3).single]
    }
    return ReducedAngle(
      rest: parts[0], low: formula.single(0), quarters: parts[1].integer("rni"))
  }
}

extension Whole {
  /// The word of 64 bits in global memory at this address.
  fileprivate func loaded(offset: Int64) -> Whole {
    made("ld.global.b64", .address(register, offset: offset))
  }
}
