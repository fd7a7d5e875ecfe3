/// Elementary functions.
extension Libdevice {
  /// The greatest whole number that is not greater.
  ///
  /// Triton: `libdevice.floor`
  public static func floor<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("floorf", "floor", [a.operand], Element.self)
  }

  /// The device library's `rsqrt`.
  ///
  /// Triton: `libdevice.rsqrt`
  public static func rsqrt<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("rsqrtf", "rsqrt", [a.operand], Element.self)
  }

  /// The least whole number that is not less.
  ///
  /// Triton: `libdevice.ceil`
  public static func ceil<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("ceilf", "ceil", [a.operand], Element.self)
  }

  /// The whole number next towards zero.
  ///
  /// Triton: `libdevice.trunc`
  public static func trunc<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("truncf", "trunc", [a.operand], Element.self)
  }

  /// The device library's `exp2`.
  ///
  /// Triton: `libdevice.exp2`
  public static func exp2<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("exp2f", "exp2", [a.operand], Element.self)
  }

  /// The device library's `sqrt`.
  ///
  /// Triton: `libdevice.sqrt`
  public static func sqrt<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("sqrtf", "sqrt", [a.operand], Element.self)
  }

  /// The nearest whole number; ties go to the even one.
  ///
  /// Triton: `libdevice.rint`
  public static func rint<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("rintf", "rint", [a.operand], Element.self)
  }

  /// The nearest integer; ties go to the even one.
  ///
  /// Triton: `libdevice.llrint`
  public static func llrint<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Int64> {
    call("llrintf", "llrint", [a.operand], Element.self)
  }

  /// The nearest whole number; ties go to the even one.
  ///
  /// Triton: `libdevice.nearbyint`
  public static func nearbyint<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("nearbyintf", "nearbyint", [a.operand], Element.self)
  }

  /// Where the element is not a number.
  ///
  /// Triton: `libdevice.isnan`
  public static func isnan<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Bool> {
    call("isnanf", "isnand", [a.operand], Element.self)
  }

  /// Where the sign bit is one.
  ///
  /// Triton: `libdevice.signbit`
  public static func signbit<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Bool> {
    call("signbitf", "signbitd", [a.operand], Element.self)
  }

  /// The magnitude of `a` with the sign of `b`.
  ///
  /// Triton: `libdevice.copysign`
  public static func copysign<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("copysignf", "copysign", [a.operand, b.operand], Element.self)
  }

  /// Where the element is finite.
  ///
  /// Triton: `libdevice.finitef`
  public static func finitef(_ a: Tile<Float>) -> Tile<Bool> {
    call("finitef", [a.operand], .i32)
  }

  /// Where the element is infinite.
  ///
  /// Triton: `libdevice.isinf`
  public static func isinf<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Bool> {
    call("isinff", "isinfd", [a.operand], Element.self)
  }

  /// The next number after `a` towards `b`.
  ///
  /// Triton: `libdevice.nextafter`
  public static func nextafter<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("nextafterf", "nextafter", [a.operand, b.operand], Element.self)
  }

  /// The device library's `sin`.
  ///
  /// Triton: `libdevice.sin`
  public static func sin<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("sinf", "sin", [a.operand], Element.self)
  }

  /// The device library's `cos`.
  ///
  /// Triton: `libdevice.cos`
  public static func cos<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("cosf", "cos", [a.operand], Element.self)
  }

  /// The device library's `sinpi`.
  ///
  /// Triton: `libdevice.sinpi`
  public static func sinpi<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("sinpif", "sinpi", [a.operand], Element.self)
  }

  /// The device library's `cospi`.
  ///
  /// Triton: `libdevice.cospi`
  public static func cospi<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("cospif", "cospi", [a.operand], Element.self)
  }

  /// The tangent.
  ///
  /// Triton: `libdevice.tan`
  public static func tan<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("tanf", "tan", [a.operand], Element.self)
  }

  /// The device library's `log2`.
  ///
  /// Triton: `libdevice.log2`
  public static func log2<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("log2f", "log2", [a.operand], Element.self)
  }

  /// The device library's `exp`.
  ///
  /// Triton: `libdevice.exp`
  public static func exp<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("expf", "exp", [a.operand], Element.self)
  }

  /// Ten to the power of each element.
  ///
  /// Triton: `libdevice.exp10`
  public static func exp10<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("exp10f", "exp10", [a.operand], Element.self)
  }

  /// The hyperbolic cosine.
  ///
  /// Triton: `libdevice.cosh`
  public static func cosh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("coshf", "cosh", [a.operand], Element.self)
  }

  /// The hyperbolic sine.
  ///
  /// Triton: `libdevice.sinh`
  public static func sinh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("sinhf", "sinh", [a.operand], Element.self)
  }

  /// The hyperbolic tangent.
  ///
  /// Triton: `libdevice.tanh`
  public static func tanh<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("tanhf", "tanh", [a.operand], Element.self)
  }

  /// The angle of the point (`b`, `a`).
  ///
  /// Triton: `libdevice.atan2`
  public static func atan2<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("atan2f", "atan2", [a.operand, b.operand], Element.self)
  }

  /// The arc tangent.
  ///
  /// Triton: `libdevice.atan`
  public static func atan<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("atanf", "atan", [a.operand], Element.self)
  }

  /// The arc sine.
  ///
  /// Triton: `libdevice.asin`
  public static func asin<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("asinf", "asin", [a.operand], Element.self)
  }

  /// The arc cosine.
  ///
  /// Triton: `libdevice.acos`
  public static func acos<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("acosf", "acos", [a.operand], Element.self)
  }

  /// The device library's `log`.
  ///
  /// Triton: `libdevice.log`
  public static func log<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("logf", "log", [a.operand], Element.self)
  }
}
