import IR
import PTX

/// Conversions between integers and floats, each rounded once.
extension KernelLowering {
  /// An integer as the nearest float; above the largest one infinity, or NaN where there is none.
  mutating func fromInteger(
    _ value: Register, _ source: ScalarType, _ target: ScalarType, isSigned: Bool
  ) -> Register {
    let bits = max(source.bitWidth, 32)
    let number = extended(value, from: source.bitWidth, to: bits, isSigned: isSigned)
    let sign = isSigned ? "s" : "u"
    if target == .f16 || target == .f32 || target == .f64 {
      return builder.compute(
        "cvt.rn.\(target.name).\(sign)\(bits)", target.registerClass, .register(number))
    }
    var wide = builder.compute("cvt.rz.f32.\(sign)\(bits)", .float32, .register(number))
    if source.bitWidth > 24 {
      // Cut to odd, so that the next rounding sees on which side of a tie the number lies.
      let back = builder.compute(
        "cvt.rzi.\(sign)\(bits).f32", .integers(of: bits), .register(wide))
      let isInexact = builder.compute(
        "setp.ne.\(sign)\(bits)", .predicate, .register(back), .register(number))
      wide = madeOdd(wide, if: isInexact)
    }
    return narrowed(wide, to: target, .nearest)
  }

  /// A float without its fraction, as an integer; the nearest one if it does not fit.
  ///
  /// A NaN is zero, but from 64 bits or to 64 bits it is the highest bit alone (PTX ISA, "cvt").
  mutating func toInteger(
    _ value: Register, _ source: ScalarType, _ target: ScalarType, isSigned: Bool
  ) -> Register {
    let number = source == .f64 ? value : widened(value, from: source)
    let name = source == .f64 ? "f64" : "f32"
    let width = max(target.bitWidth, 32)
    let sign = isSigned ? "s" : "u"
    let whole = builder.compute(
      "cvt.rzi.\(sign)\(width).\(name)", .integers(of: width), .register(number))
    if target.bitWidth >= 32 { return whole }
    if target == .i1 {
      // As a number with sign, true is -1.
      return builder.compute(
        isSigned ? "setp.lt.s32" : "setp.ne.s32", .predicate, .register(whole), .integer(0))
    }
    let least: Int64 = isSigned ? -(1 << (target.bitWidth - 1)) : 0
    let largest: Int64 = (1 << (isSigned ? target.bitWidth - 1 : target.bitWidth)) - 1
    let bounded = builder.compute(
      "min.\(sign)32", .bits32, .register(whole), .integer(largest))
    var result = builder.compute(
      "max.\(sign)32", .bits32, .register(bounded), .integer(least))
    if source == .f64, !isSigned {
      let isNaN = builder.compute(
        "setp.nan.f64", .predicate, .register(value), .register(value))
      result = select(isNaN, integer(1 << (target.bitWidth - 1), .bits32), result)
    }
    return truncated(result, from: 32, to: target.bitWidth)
  }
}
