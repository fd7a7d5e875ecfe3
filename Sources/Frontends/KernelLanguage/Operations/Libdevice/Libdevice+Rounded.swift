/// Arithmetic with a given rounding.
extension Libdevice {
  /// `a * b + c`, rounded to the nearest.
  ///
  /// Triton: `libdevice.fma_rn`
  public static func fmaRn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("fmaf_rn", "fma_rn", [a.operand, b.operand, c.operand], Element.self)
  }

  /// `a * b + c`, rounded towards zero.
  ///
  /// Triton: `libdevice.fma_rz`
  public static func fmaRz<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("fmaf_rz", "fma_rz", [a.operand, b.operand, c.operand], Element.self)
  }

  /// `a * b + c`, rounded down.
  ///
  /// Triton: `libdevice.fma_rd`
  public static func fmaRd<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("fmaf_rd", "fma_rd", [a.operand, b.operand, c.operand], Element.self)
  }

  /// `a * b + c`, rounded up.
  ///
  /// Triton: `libdevice.fma_ru`
  public static func fmaRu<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>, _ c: Tile<Element>
  ) -> Tile<Element> {
    call("fmaf_ru", "fma_ru", [a.operand, b.operand, c.operand], Element.self)
  }

  /// The quotient, rounded to the nearest.
  ///
  /// Triton: `libdevice.div_rn`
  public static func divRn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fdiv_rn", "ddiv_rn", [a.operand, b.operand], Element.self)
  }

  /// The quotient, rounded towards zero.
  ///
  /// Triton: `libdevice.div_rz`
  public static func divRz<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fdiv_rz", "ddiv_rz", [a.operand, b.operand], Element.self)
  }

  /// The quotient, rounded down.
  ///
  /// Triton: `libdevice.div_rd`
  public static func divRd<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fdiv_rd", "ddiv_rd", [a.operand, b.operand], Element.self)
  }

  /// The quotient, rounded up.
  ///
  /// Triton: `libdevice.div_ru`
  public static func divRu<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fdiv_ru", "ddiv_ru", [a.operand, b.operand], Element.self)
  }

  /// One divided by each element, rounded to the nearest.
  ///
  /// Triton: `libdevice.rcp_rn`
  public static func rcpRn<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("frcp_rn", "drcp_rn", [a.operand], Element.self)
  }

  /// One divided by each element, rounded towards zero.
  ///
  /// Triton: `libdevice.rcp_rz`
  public static func rcpRz<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("frcp_rz", "drcp_rz", [a.operand], Element.self)
  }

  /// One divided by each element, rounded down.
  ///
  /// Triton: `libdevice.rcp_rd`
  public static func rcpRd<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("frcp_rd", "drcp_rd", [a.operand], Element.self)
  }

  /// One divided by each element, rounded up.
  ///
  /// Triton: `libdevice.rcp_ru`
  public static func rcpRu<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("frcp_ru", "drcp_ru", [a.operand], Element.self)
  }

  /// The square root, rounded to the nearest.
  ///
  /// Triton: `libdevice.sqrt_rn`
  public static func sqrtRn<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("fsqrt_rn", "dsqrt_rn", [a.operand], Element.self)
  }

  /// The square root, rounded towards zero.
  ///
  /// Triton: `libdevice.sqrt_rz`
  public static func sqrtRz<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("fsqrt_rz", "dsqrt_rz", [a.operand], Element.self)
  }

  /// The square root, rounded down.
  ///
  /// Triton: `libdevice.sqrt_rd`
  public static func sqrtRd<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("fsqrt_rd", "dsqrt_rd", [a.operand], Element.self)
  }

  /// The square root, rounded up.
  ///
  /// Triton: `libdevice.sqrt_ru`
  public static func sqrtRu<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("fsqrt_ru", "dsqrt_ru", [a.operand], Element.self)
  }

  /// The sum, rounded to the nearest.
  ///
  /// Triton: `libdevice.add_rn`
  public static func addRn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fadd_rn", "dadd_rn", [a.operand, b.operand], Element.self)
  }

  /// The sum, rounded towards zero.
  ///
  /// Triton: `libdevice.add_rz`
  public static func addRz<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fadd_rz", "dadd_rz", [a.operand, b.operand], Element.self)
  }

  /// The sum, rounded down.
  ///
  /// Triton: `libdevice.add_rd`
  public static func addRd<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fadd_rd", "dadd_rd", [a.operand, b.operand], Element.self)
  }

  /// The sum, rounded up.
  ///
  /// Triton: `libdevice.add_ru`
  public static func addRu<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fadd_ru", "dadd_ru", [a.operand, b.operand], Element.self)
  }

  /// The product, rounded to the nearest.
  ///
  /// Triton: `libdevice.mul_rn`
  public static func mulRn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fmul_rn", "dmul_rn", [a.operand, b.operand], Element.self)
  }

  /// The product, rounded towards zero.
  ///
  /// Triton: `libdevice.mul_rz`
  public static func mulRz<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fmul_rz", "dmul_rz", [a.operand, b.operand], Element.self)
  }

  /// The product, rounded down.
  ///
  /// Triton: `libdevice.mul_rd`
  public static func mulRd<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fmul_rd", "dmul_rd", [a.operand, b.operand], Element.self)
  }

  /// The product, rounded up.
  ///
  /// Triton: `libdevice.mul_ru`
  public static func mulRu<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fmul_ru", "dmul_ru", [a.operand, b.operand], Element.self)
  }

  /// The difference, rounded to the nearest.
  ///
  /// Triton: `libdevice.sub_rn`
  public static func subRn<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fsub_rn", "dsub_rn", [a.operand, b.operand], Element.self)
  }

  /// The difference, rounded towards zero.
  ///
  /// Triton: `libdevice.sub_rz`
  public static func subRz<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fsub_rz", "dsub_rz", [a.operand, b.operand], Element.self)
  }

  /// The difference, rounded down.
  ///
  /// Triton: `libdevice.sub_rd`
  public static func subRd<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fsub_rd", "dsub_rd", [a.operand, b.operand], Element.self)
  }

  /// The difference, rounded up.
  ///
  /// Triton: `libdevice.sub_ru`
  public static func subRu<Element: WideFloatElement>(
    _ a: Tile<Element>, _ b: Tile<Element>
  ) -> Tile<Element> {
    call("fsub_ru", "dsub_ru", [a.operand, b.operand], Element.self)
  }

  /// One divided by the square root, rounded to the nearest.
  ///
  /// Triton: `libdevice.rsqrt_rn`
  public static func rsqrtRn(_ a: Tile<Float>) -> Tile<Float> {
    call("frsqrt_rn", [a.operand], .f32)
  }
}
