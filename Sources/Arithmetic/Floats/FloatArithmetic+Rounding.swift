/// Basic arithmetic in every rounding mode, such as PTX's `add.rz` and CUDA's `__fadd_rz`.
///
/// For formats of at most 64 bits, `f64` included; slower than rounding to nearest, because the
/// processor's rounding mode is left alone.
extension FloatArithmetic {
  /// The sum in the given rounding mode. An exact zero from operands of different sign is minus
  /// zero if rounding down.
  public static func add(
    _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    sum(format.decode(lhs), format.decode(rhs), format, rounding)
  }

  /// The difference in the given rounding mode.
  public static func subtract(
    _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    sum(format.decode(lhs), -format.decode(rhs), format, rounding)
  }

  /// The product in the given rounding mode.
  public static func multiply(
    _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    let (left, right) = (format.decode(lhs), format.decode(rhs))
    guard left.isOrdinary && right.isOrdinary else { return pack(left * right, format) }
    return ExactNumber.product(ExactNumber(left), ExactNumber(right))
      .encoded(format, rounding: rounding)
  }

  /// The quotient in the given rounding mode.
  public static func divide(
    _ lhs: UInt64, _ rhs: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    let (left, right) = (format.decode(lhs), format.decode(rhs))
    guard left.isOrdinary && right.isOrdinary else { return pack(left / right, format) }
    return ExactNumber.quotient(ExactNumber(left), ExactNumber(right))
      .encoded(format, rounding: rounding)
  }

  /// The square root in the given rounding mode.
  public static func squareRoot(
    _ bits: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    let value = format.decode(bits)
    guard value.isOrdinary && value > 0 else { return pack(value.squareRoot(), format) }
    return ExactNumber.squareRoot(ExactNumber(value)).encoded(format, rounding: rounding)
  }

  /// One over the square root, rounded once.
  /// - Requires: a format of at most 24 bits of precision.
  public static func reciprocalSquareRoot(
    _ bits: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    precondition(format != .f64, "f64 has too many bits for an exact reciprocal square root")
    let value = format.decode(bits)
    guard value.isOrdinary && value > 0 else { return pack(1 / value.squareRoot(), format) }
    return ExactNumber.reciprocalSquareRoot(ExactNumber(value)).encoded(format, rounding: rounding)
  }

  /// `lhs` · `rhs` + `addend` in the given rounding mode, rounded once.
  public static func multiplyAdd(
    _ lhs: UInt64, _ rhs: UInt64, _ addend: UInt64, _ format: FloatFormat, rounding: FloatRounding
  ) -> UInt64 {
    let (left, right) = (format.decode(lhs), format.decode(rhs))
    let last = format.decode(addend)
    guard left.isFinite && right.isFinite && last.isFinite else {
      return pack(multiplyAdd(left, right, last), format)
    }
    if left == 0 || right == 0 { return sum(left * right, last, format, rounding) }
    let product = ExactNumber.product(ExactNumber(left), ExactNumber(right))
    if last == 0 { return product.encoded(format, rounding: rounding) }
    return ExactNumber.sum(product, ExactNumber(last))?.encoded(format, rounding: rounding)
      ?? format.zero(negative: rounding == .down)
  }

  private static func sum(
    _ lhs: Double, _ rhs: Double, _ format: FloatFormat, _ rounding: FloatRounding
  ) -> UInt64 {
    if lhs == 0 && rhs == 0 && lhs.sign != rhs.sign {
      return format.zero(negative: rounding == .down)
    }
    // With an operand that is zero, infinite or NaN the processor's sum is exact.
    guard lhs.isOrdinary && rhs.isOrdinary else { return pack(lhs + rhs, format) }
    return ExactNumber.sum(ExactNumber(lhs), ExactNumber(rhs))?.encoded(format, rounding: rounding)
      ?? format.zero(negative: rounding == .down)
  }
}

extension Double {
  /// Finite and not zero.
  fileprivate var isOrdinary: Bool { isFinite && self != 0 }
}
