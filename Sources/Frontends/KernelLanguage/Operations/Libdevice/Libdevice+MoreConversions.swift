/// Conversions with a given rounding, and bits read as another type.
extension Libdevice {
  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.float2ull_ru`
  public static func float2ullRu(_ a: Tile<Float>) -> Tile<UInt64> {
    call("float2ull_ru", [a.operand], .i64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.double2ll_rn`
  public static func double2llRn(_ a: Tile<Double>) -> Tile<Int64> {
    call("double2ll_rn", [a.operand], .i64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.double2ll_rz`
  public static func double2llRz(_ a: Tile<Double>) -> Tile<Int64> {
    call("double2ll_rz", [a.operand], .i64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.double2ll_rd`
  public static func double2llRd(_ a: Tile<Double>) -> Tile<Int64> {
    call("double2ll_rd", [a.operand], .i64)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.double2ll_ru`
  public static func double2llRu(_ a: Tile<Double>) -> Tile<Int64> {
    call("double2ll_ru", [a.operand], .i64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.double2ull_rn`
  public static func double2ullRn(_ a: Tile<Double>) -> Tile<UInt64> {
    call("double2ull_rn", [a.operand], .i64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.double2ull_rz`
  public static func double2ullRz(_ a: Tile<Double>) -> Tile<UInt64> {
    call("double2ull_rz", [a.operand], .i64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.double2ull_rd`
  public static func double2ullRd(_ a: Tile<Double>) -> Tile<UInt64> {
    call("double2ull_rd", [a.operand], .i64)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.double2ull_ru`
  public static func double2ullRu(_ a: Tile<Double>) -> Tile<UInt64> {
    call("double2ull_ru", [a.operand], .i64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.ll2float_rn`
  public static func ll2floatRn(_ a: Tile<Int64>) -> Tile<Float> {
    call("ll2float_rn", [a.operand], .f32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.ll2float_rz`
  public static func ll2floatRz(_ a: Tile<Int64>) -> Tile<Float> {
    call("ll2float_rz", [a.operand], .f32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.ll2float_rd`
  public static func ll2floatRd(_ a: Tile<Int64>) -> Tile<Float> {
    call("ll2float_rd", [a.operand], .f32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.ll2float_ru`
  public static func ll2floatRu(_ a: Tile<Int64>) -> Tile<Float> {
    call("ll2float_ru", [a.operand], .f32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.ull2float_rn`
  public static func ull2floatRn(_ a: Tile<UInt64>) -> Tile<Float> {
    call("ull2float_rn", [a.operand], .f32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.ull2float_rz`
  public static func ull2floatRz(_ a: Tile<UInt64>) -> Tile<Float> {
    call("ull2float_rz", [a.operand], .f32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.ull2float_rd`
  public static func ull2floatRd(_ a: Tile<UInt64>) -> Tile<Float> {
    call("ull2float_rd", [a.operand], .f32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.ull2float_ru`
  public static func ull2floatRu(_ a: Tile<UInt64>) -> Tile<Float> {
    call("ull2float_ru", [a.operand], .f32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.ll2double_rn`
  public static func ll2doubleRn(_ a: Tile<Int64>) -> Tile<Double> {
    call("ll2double_rn", [a.operand], .f64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.ll2double_rz`
  public static func ll2doubleRz(_ a: Tile<Int64>) -> Tile<Double> {
    call("ll2double_rz", [a.operand], .f64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.ll2double_rd`
  public static func ll2doubleRd(_ a: Tile<Int64>) -> Tile<Double> {
    call("ll2double_rd", [a.operand], .f64)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.ll2double_ru`
  public static func ll2doubleRu(_ a: Tile<Int64>) -> Tile<Double> {
    call("ll2double_ru", [a.operand], .f64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.ull2double_rn`
  public static func ull2doubleRn(_ a: Tile<UInt64>) -> Tile<Double> {
    call("ull2double_rn", [a.operand], .f64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.ull2double_rz`
  public static func ull2doubleRz(_ a: Tile<UInt64>) -> Tile<Double> {
    call("ull2double_rz", [a.operand], .f64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.ull2double_rd`
  public static func ull2doubleRd(_ a: Tile<UInt64>) -> Tile<Double> {
    call("ull2double_rd", [a.operand], .f64)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.ull2double_ru`
  public static func ull2doubleRu(_ a: Tile<UInt64>) -> Tile<Double> {
    call("ull2double_ru", [a.operand], .f64)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.int_as_float`
  public static func intAsFloat(_ a: Tile<Int32>) -> Tile<Float> {
    call("int_as_float", [a.operand], .f32)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.float_as_int`
  public static func floatAsInt(_ a: Tile<Float>) -> Tile<Int32> {
    call("float_as_int", [a.operand], .i32)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.uint_as_float`
  public static func uintAsFloat(_ a: Tile<UInt32>) -> Tile<Float> {
    call("uint_as_float", [a.operand], .f32)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.float_as_uint`
  public static func floatAsUint(_ a: Tile<Float>) -> Tile<UInt32> {
    call("float_as_uint", [a.operand], .i32)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.longlong_as_double`
  public static func longlongAsDouble(_ a: Tile<Int64>) -> Tile<Double> {
    call("longlong_as_double", [a.operand], .f64)
  }

  /// The same bits read as another type.
  ///
  /// Triton: `libdevice.double_as_longlong`
  public static func doubleAsLonglong(_ a: Tile<Double>) -> Tile<Int64> {
    call("double_as_longlong", [a.operand], .i64)
  }
}
