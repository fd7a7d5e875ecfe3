/// A number other than zero with 128 bits of significand, for results that must be rounded in one
/// of all the rounding modes.
///
/// The value is ±(`significand` + ε) · 2^`exponent`, where ε is zero if `isExact` and else between
/// zero and one. The operations keep at least 66 bits, so that rounding to any format is right.
struct ExactNumber {
  var negative: Bool
  var significand: UInt128
  var exponent: Int
  var isExact = true

  init(negative: Bool, significand: UInt128, exponent: Int, isExact: Bool = true) {
    self.negative = negative
    self.significand = significand
    self.exponent = exponent
    self.isExact = isExact
  }

  /// The value of a number that is finite and not zero.
  init(_ value: Double) {
    let field = value.bitPattern >> 52 & 0x7FF
    let fraction = value.bitPattern & 0xF_FFFF_FFFF_FFFF
    // Subnormal numbers get their leading bit where all others have it.
    let zeros = field == 0 ? fraction.leadingZeroBitCount - 11 : 0
    significand = UInt128(field == 0 ? fraction << UInt64(zeros) : fraction | 1 << 52)
    exponent = Int(max(field, 1)) - 1075 - zeros
    negative = value.sign == .minus
  }

  /// The bits of the number in `format`, rounded once.
  func encoded(_ format: FloatFormat, rounding: FloatRounding) -> UInt64 {
    let shift = 64 - significand.leadingZeroBitCount
    var (top, scale, sticky) = (UInt64(0), exponent, !isExact)
    if shift > 0 {
      top = UInt64(truncatingIfNeeded: significand >> UInt128(shift))
      scale += shift
      sticky = sticky || significand & ((1 << UInt128(shift)) - 1) != 0
    } else {
      top = UInt64(truncatingIfNeeded: significand << UInt128(-shift))
      scale += shift
    }
    return format.encode(
      negative: negative, significand: sticky ? top | 1 : top, exponent: scale, rounding: rounding)
  }

  /// The product of two numbers of at most 64 bits; exact.
  static func product(_ lhs: ExactNumber, _ rhs: ExactNumber) -> ExactNumber {
    ExactNumber(
      negative: lhs.negative != rhs.negative, significand: lhs.significand * rhs.significand,
      exponent: lhs.exponent + rhs.exponent)
  }

  /// The quotient of two numbers of 53 bits.
  static func quotient(_ lhs: ExactNumber, _ rhs: ExactNumber) -> ExactNumber {
    let (quotient, remainder) = (lhs.significand << 75)
      .quotientAndRemainder(dividingBy: rhs.significand)
    return ExactNumber(
      negative: lhs.negative != rhs.negative, significand: quotient,
      exponent: lhs.exponent - 75 - rhs.exponent, isExact: remainder == 0)
  }

  /// The square root of a positive number of 53 bits.
  static func squareRoot(_ value: ExactNumber) -> ExactNumber {
    let shift = (value.exponent & 1 == 0) ? 74 : 73
    let root = (value.significand << UInt128(shift)).integerSquareRoot
    return ExactNumber(
      negative: false, significand: root.root, exponent: (value.exponent - shift) / 2,
      isExact: root.isExact)
  }

  /// One over the square root of a positive number of at most 24 bits, the lower 29 of 53 zero.
  static func reciprocalSquareRoot(_ value: ExactNumber) -> ExactNumber {
    let trailing = value.significand.trailingZeroBitCount
    var (radicand, exponent) = (value.significand >> UInt128(trailing), value.exponent + trailing)
    if exponent & 1 != 0 {
      radicand <<= 1
      exponent -= 1
    }
    // 2^126 / radicand has more than 100 bits, its root more than 50: enough for `f32`.
    let root = ((UInt128(1) << 126) / radicand).integerSquareRoot.root
    return ExactNumber(
      negative: false, significand: root, exponent: -63 - exponent / 2,
      isExact: root * root * radicand == UInt128(1) << 126)
  }

  /// The sum of two numbers of at most 106 bits, or nil if it is zero.
  static func sum(_ lhs: ExactNumber, _ rhs: ExactNumber) -> ExactNumber? {
    var (large, small) = (lhs.leadingBitAt125, rhs.leadingBitAt125)
    if (large.exponent, large.significand) < (small.exponent, small.significand) {
      swap(&large, &small)
    }
    // Bits are lost only when the exponents differ by more than the 20 zero bits below 106. Then at
    // most one leading bit cancels, so that what is lost stays far below the last bit of a result.
    let distance = large.exponent - small.exponent
    let aligned = distance > 127 ? 0 : small.significand >> UInt128(distance)
    let isExact = distance <= 127 && aligned << UInt128(distance) == small.significand
    if large.negative == small.negative {
      large.significand += aligned
    } else {
      // Subtracting more than `aligned`: go down one whole unit and count ε from there.
      large.significand -= isExact ? aligned : aligned + 1
    }
    large.isExact = isExact
    return large.significand == 0 ? nil : large
  }

  /// The same number with its leading bit at position 125, which leaves room for a carry.
  private var leadingBitAt125: ExactNumber {
    let shift = significand.leadingZeroBitCount - 2
    return ExactNumber(
      negative: negative, significand: significand << UInt128(shift), exponent: exponent - shift)
  }
}

extension UInt128 {
  /// The largest integer whose square is not larger, and whether its square is equal.
  fileprivate var integerSquareRoot: (root: UInt128, isExact: Bool) {
    var (rest, root) = (self, UInt128(0))
    var bit = UInt128(1) << UInt128((127 - leadingZeroBitCount) & ~1)
    while bit != 0 {
      if rest >= root + bit {
        rest -= root + bit
        root = root >> 1 + bit
      } else {
        root >>= 1
      }
      bit >>= 2
    }
    return (root, rest == 0)
  }
}
