/// Elementary functions.
extension Libdevice {
  /// The logarithm to base ten.
  ///
  /// Triton: `libdevice.log10`
  public static func log10<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("log10f", "log10", [a.operand], Element.self)
  }

  /// The natural logarithm of one more.
  ///
  /// Triton: `libdevice.log1p`
  public static func log1p<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("log1pf", "log1p", [a.operand], Element.self)
  }

  /// The device library's `acosh`.
  ///
  /// Triton: `libdevice.acosh`
  public static func acosh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("acoshf", "acosh", [a.operand], Element.self)
  }

  /// The device library's `asinh`.
  ///
  /// Triton: `libdevice.asinh`
  public static func asinh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("asinhf", "asinh", [a.operand], Element.self)
  }

  /// The device library's `atanh`.
  ///
  /// Triton: `libdevice.atanh`
  public static func atanh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("atanhf", "atanh", [a.operand], Element.self)
  }

  /// One less than the exponential.
  ///
  /// Triton: `libdevice.expm1`
  public static func expm1<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("expm1f", "expm1", [a.operand], Element.self)
  }

  /// The cube root.
  ///
  /// Triton: `libdevice.cbrt`
  public static func cbrt<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("cbrtf", "cbrt", [a.operand], Element.self)
  }

  /// One divided by the cube root.
  ///
  /// Triton: `libdevice.rcbrt`
  public static func rcbrt<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("rcbrtf", "rcbrt", [a.operand], Element.self)
  }

  /// `a` times two to the power of `b`.
  ///
  /// Triton: `libdevice.ldexp`
  public static func ldexp<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Int32>
  ) -> Tile<Element> {
    call("ldexpf", "ldexp", [a.operand, b.operand], Element.self)
  }

  /// `a` times two to the power of `b`.
  ///
  /// Triton: `libdevice.scalbn`
  public static func scalbn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Int32>
  ) -> Tile<Element> {
    call("scalbnf", "scalbn", [a.operand, b.operand], Element.self)
  }

  /// What division towards zero leaves.
  ///
  /// Triton: `libdevice.fmod`
  public static func fmod<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fmodf", "fmod", [a.operand, b.operand], Element.self)
  }

  /// What division to the nearest leaves.
  ///
  /// Triton: `libdevice.remainder`
  public static func remainder<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("remainderf", "remainder", [a.operand, b.operand], Element.self)
  }

  /// `a * b + c`, rounded once.
  ///
  /// Triton: `libdevice.fma`
  public static func fma<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("fmaf", "fma", [a.operand, b.operand, c.operand], Element.self)
  }

  /// `a` to the power of `b`.
  ///
  /// Triton: `libdevice.pow`
  public static func pow<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Int32>
  ) -> Tile<Element> {
    call("powif", "powi", [a.operand, b.operand], Element.self)
  }

  /// `a` to the power of `b`.
  ///
  /// Triton: `libdevice.pow`
  public static func pow<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("powf", "pow", [a.operand, b.operand], Element.self)
  }

  /// The nearest whole number; ties go away from zero.
  ///
  /// Triton: `libdevice.round`
  public static func round<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("roundf", "round", [a.operand], Element.self)
  }

  /// The nearest integer; ties go away from zero.
  ///
  /// Triton: `libdevice.llround`
  public static func llround<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Int64> {
    call("llroundf", "llround", [a.operand], Element.self)
  }

  /// The difference, or 0 where it is negative.
  ///
  /// Triton: `libdevice.fdim`
  public static func fdim<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fdimf", "fdim", [a.operand, b.operand], Element.self)
  }

  /// The exponent, as an integer.
  ///
  /// Triton: `libdevice.ilogb`
  public static func ilogb<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Int32> {
    call("ilogbf", "ilogb", [a.operand], Element.self)
  }

  /// The exponent, as a float.
  ///
  /// Triton: `libdevice.logb`
  public static func logb<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("logbf", "logb", [a.operand], Element.self)
  }

  /// Where the element is finite.
  ///
  /// Triton: `libdevice.isfinited`
  public static func isfinited(_ a: Tile<Double>) -> Tile<Bool> {
    call("isfinited", [a.operand], .i32)
  }
}
