/// Special functions and norms.
extension Libdevice {
  /// The length of a vector in the plane.
  ///
  /// Triton: `libdevice.hypot`
  public static func hypot<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("hypotf", "hypot", [a.operand, b.operand], Element.self)
  }

  /// One divided by the length of a vector in the plane.
  ///
  /// Triton: `libdevice.rhypot`
  public static func rhypot<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("rhypotf", "rhypot", [a.operand, b.operand], Element.self)
  }

  /// The device library's `norm3d`.
  ///
  /// Triton: `libdevice.norm3d`
  public static func norm3d<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("norm3df", "norm3d", [a.operand, b.operand, c.operand], Element.self)
  }

  /// The device library's `rnorm3d`.
  ///
  /// Triton: `libdevice.rnorm3d`
  public static func rnorm3d<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("rnorm3df", "rnorm3d", [a.operand, b.operand, c.operand], Element.self)
  }

  /// The device library's `norm4d`.
  ///
  /// Triton: `libdevice.norm4d`
  public static func norm4d<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>, _ d: Tile<Element>
  ) -> Tile<Element> {
    call("norm4df", "norm4d", [a.operand, b.operand, c.operand, d.operand], Element.self)
  }

  /// The device library's `rnorm4d`.
  ///
  /// Triton: `libdevice.rnorm4d`
  public static func rnorm4d<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>, _ d: Tile<Element>
  ) -> Tile<Element> {
    call("rnorm4df", "rnorm4d", [a.operand, b.operand, c.operand, d.operand], Element.self)
  }

  /// The device library's `j0`.
  ///
  /// Triton: `libdevice.j0`
  public static func j0<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("j0f", "j0", [a.operand], Element.self)
  }

  /// The device library's `j1`.
  ///
  /// Triton: `libdevice.j1`
  public static func j1<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("j1f", "j1", [a.operand], Element.self)
  }

  /// The device library's `y0`.
  ///
  /// Triton: `libdevice.y0`
  public static func y0<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("y0f", "y0", [a.operand], Element.self)
  }

  /// The device library's `y1`.
  ///
  /// Triton: `libdevice.y1`
  public static func y1<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("y1f", "y1", [a.operand], Element.self)
  }

  /// The device library's `yn`.
  ///
  /// Triton: `libdevice.yn`
  public static func yn<Element: WideFloatElement>(
    _ a: Tile<Int32>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("ynf", "yn", [a.operand, b.operand], Element.self)
  }

  /// The device library's `jn`.
  ///
  /// Triton: `libdevice.jn`
  public static func jn<Element: WideFloatElement>(
    _ a: Tile<Int32>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("jnf", "jn", [a.operand, b.operand], Element.self)
  }

  /// The device library's `cyl_bessel_i0`.
  ///
  /// Triton: `libdevice.cyl_bessel_i0`
  public static func cylBesselI0<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("cyl_bessel_i0f", "cyl_bessel_i0", [a.operand], Element.self)
  }

  /// The device library's `cyl_bessel_i1`.
  ///
  /// Triton: `libdevice.cyl_bessel_i1`
  public static func cylBesselI1<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("cyl_bessel_i1f", "cyl_bessel_i1", [a.operand], Element.self)
  }

  /// The device library's `erf`.
  ///
  /// Triton: `libdevice.erf`
  public static func erf<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("erff", "erf", [a.operand], Element.self)
  }

  /// The inverse error function.
  ///
  /// Triton: `libdevice.erfinv`
  public static func erfinv<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("erfinvf", "erfinv", [a.operand], Element.self)
  }

  /// One less the error function.
  ///
  /// Triton: `libdevice.erfc`
  public static func erfc<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("erfcf", "erfc", [a.operand], Element.self)
  }

  /// The device library's `erfcx`.
  ///
  /// Triton: `libdevice.erfcx`
  public static func erfcx<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("erfcxf", "erfcx", [a.operand], Element.self)
  }

  /// The device library's `erfcinv`.
  ///
  /// Triton: `libdevice.erfcinv`
  public static func erfcinv<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("erfcinvf", "erfcinv", [a.operand], Element.self)
  }

  /// The device library's `normcdfinv`.
  ///
  /// Triton: `libdevice.normcdfinv`
  public static func normcdfinv<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("normcdfinvf", "normcdfinv", [a.operand], Element.self)
  }

  /// The device library's `normcdf`.
  ///
  /// Triton: `libdevice.normcdf`
  public static func normcdf<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("normcdff", "normcdf", [a.operand], Element.self)
  }

  /// The logarithm of the magnitude of the gamma function.
  ///
  /// Triton: `libdevice.lgamma`
  public static func lgamma<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("lgammaf", "lgamma", [a.operand], Element.self)
  }

  /// The gamma function.
  ///
  /// Triton: `libdevice.tgamma`
  public static func tgamma<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("tgammaf", "tgamma", [a.operand], Element.self)
  }
}
