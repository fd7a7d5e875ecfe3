/// Approximations that are fast on the device.
extension Libdevice {
  /// The device library's `rcp64h`.
  ///
  /// Triton: `libdevice.rcp64h`
  public static func rcp64h(_ a: Tile<Double>) -> Tile<Double> {
    call("rcp64h", [a.operand], .f64)
  }

  /// The number, no less than 0 and no greater than 1.
  ///
  /// Triton: `libdevice.saturatef`
  public static func saturatef(_ a: Tile<Float>) -> Tile<Float> {
    call("saturatef", [a.operand], .f32)
  }

  /// The fast approximation of `divide`.
  ///
  /// Triton: `libdevice.fast_dividef`
  public static func fastDividef(_ a: Tile<Float>, _ b: Tile<Float>) -> Tile<Float> {
    call("fast_fdividef", [a.operand, b.operand], .f32)
  }

  /// The fast approximation of `sin`.
  ///
  /// Triton: `libdevice.fast_sinf`
  public static func fastSinf(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_sinf", [a.operand], .f32)
  }

  /// The fast approximation of `cos`.
  ///
  /// Triton: `libdevice.fast_cosf`
  public static func fastCosf(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_cosf", [a.operand], .f32)
  }

  /// The fast approximation of `log2`.
  ///
  /// Triton: `libdevice.fast_log2f`
  public static func fastLog2f(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_log2f", [a.operand], .f32)
  }

  /// The fast approximation of `log`.
  ///
  /// Triton: `libdevice.fast_logf`
  public static func fastLogf(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_logf", [a.operand], .f32)
  }

  /// The fast approximation of `exp`.
  ///
  /// Triton: `libdevice.fast_expf`
  public static func fastExpf(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_expf", [a.operand], .f32)
  }

  /// The fast approximation of `tan`.
  ///
  /// Triton: `libdevice.fast_tanf`
  public static func fastTanf(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_tanf", [a.operand], .f32)
  }

  /// The fast approximation of `exp10`.
  ///
  /// Triton: `libdevice.fast_exp10f`
  public static func fastExp10f(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_exp10f", [a.operand], .f32)
  }

  /// The fast approximation of `log10`.
  ///
  /// Triton: `libdevice.fast_log10f`
  public static func fastLog10f(_ a: Tile<Float>) -> Tile<Float> {
    call("fast_log10f", [a.operand], .f32)
  }

  /// The fast approximation of `pow`.
  ///
  /// Triton: `libdevice.fast_powf`
  public static func fastPowf(_ a: Tile<Float>, _ b: Tile<Float>) -> Tile<Float> {
    call("fast_powf", [a.operand, b.operand], .f32)
  }
}
