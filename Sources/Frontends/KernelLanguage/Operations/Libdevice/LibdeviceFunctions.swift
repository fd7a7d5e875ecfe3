// Functions of the device library that kernels use most, without the name of the library.

/// The whole number next towards zero.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.trunc`
public func trunc<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.trunc(a) }

/// The nearest whole number; ties go to the even one.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.rint`
public func rint<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.rint(a) }

/// Where the element is not a number.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.isnan`
public func isnan<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Bool> { Libdevice.isnan(a) }

/// The magnitude of `a` with the sign of `b`.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.copysign`
public func copysign<Element: WideFloatElement>(
  _ a: Tile<Element>, _ b: Tile<Element>
) -> Tile<Element> { Libdevice.copysign(a, b) }

/// Where the element is infinite.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.isinf`
public func isinf<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Bool> { Libdevice.isinf(a) }

/// The tangent.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.tan`
public func tan<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.tan(a) }

/// Ten to the power of each element.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.exp10`
public func exp10<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.exp10(a) }

/// The hyperbolic cosine.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.cosh`
public func cosh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.cosh(a) }

/// The hyperbolic sine.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.sinh`
public func sinh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.sinh(a) }

/// The hyperbolic tangent.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.tanh`
public func tanh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.tanh(a) }

/// The angle of the point (`b`, `a`).
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.atan2`
public func atan2<Element: WideFloatElement>(
  _ a: Tile<Element>, _ b: Tile<Element>
) -> Tile<Element> { Libdevice.atan2(a, b) }

/// The arc tangent.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.atan`
public func atan<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.atan(a) }

/// The arc sine.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.asin`
public func asin<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.asin(a) }

/// The arc cosine.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.acos`
public func acos<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.acos(a) }

/// The logarithm to base ten.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.log10`
public func log10<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.log10(a) }

/// The natural logarithm of one more.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.log1p`
public func log1p<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.log1p(a) }

/// The device library's `acosh`.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.acosh`
public func acosh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.acosh(a) }

/// The device library's `asinh`.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.asinh`
public func asinh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.asinh(a) }

/// The device library's `atanh`.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.atanh`
public func atanh<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.atanh(a) }

/// One less than the exponential.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.expm1`
public func expm1<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.expm1(a) }

/// The length of a vector in the plane.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.hypot`
public func hypot<Element: WideFloatElement>(
  _ a: Tile<Element>, _ b: Tile<Element>
) -> Tile<Element> { Libdevice.hypot(a, b) }

/// The cube root.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.cbrt`
public func cbrt<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.cbrt(a) }

/// The inverse error function.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.erfinv`
public func erfinv<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.erfinv(a) }

/// One less the error function.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.erfc`
public func erfc<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.erfc(a) }

/// The logarithm of the magnitude of the gamma function.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.lgamma`
public func lgamma<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.lgamma(a) }

/// What division towards zero leaves.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.fmod`
public func fmod<Element: WideFloatElement>(
  _ a: Tile<Element>, _ b: Tile<Element>
) -> Tile<Element> { Libdevice.fmod(a, b) }

/// `a` to the power of `b`.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.pow`
public func pow<Element: WideFloatElement>(
  _ a: Tile<Element>, _ b: Tile<Element>
) -> Tile<Element> { Libdevice.pow(a, b) }

/// The nearest whole number; ties go away from zero.
///
/// The elements are `Float` or `Double`.
///
/// Triton: `libdevice.round`
public func round<Element: WideFloatElement>(
  _ a: Tile<Element>
) -> Tile<Element> { Libdevice.round(a) }
