/// Conversions with a given rounding, and bits read as another type.
extension Libdevice {
  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.double2float_rn`
  public static func double2floatRn(_ a: Tile<Double>) -> Tile<Float> {
    call("double2float_rn", [a.operand], .f32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.double2float_rz`
  public static func double2floatRz(_ a: Tile<Double>) -> Tile<Float> {
    call("double2float_rz", [a.operand], .f32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.double2float_rd`
  public static func double2floatRd(_ a: Tile<Double>) -> Tile<Float> {
    call("double2float_rd", [a.operand], .f32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.double2float_ru`
  public static func double2floatRu(_ a: Tile<Double>) -> Tile<Float> {
    call("double2float_ru", [a.operand], .f32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.double2int_rn`
  public static func double2intRn(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2int_rn", [a.operand], .i32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.double2int_rz`
  public static func double2intRz(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2int_rz", [a.operand], .i32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.double2int_rd`
  public static func double2intRd(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2int_rd", [a.operand], .i32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.double2int_ru`
  public static func double2intRu(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2int_ru", [a.operand], .i32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.double2uint_rn`
  public static func double2uintRn(_ a: Tile<Double>) -> Tile<UInt32> {
    call("double2uint_rn", [a.operand], .i32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.double2uint_rz`
  public static func double2uintRz(_ a: Tile<Double>) -> Tile<UInt32> {
    call("double2uint_rz", [a.operand], .i32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.double2uint_rd`
  public static func double2uintRd(_ a: Tile<Double>) -> Tile<UInt32> {
    call("double2uint_rd", [a.operand], .i32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.double2uint_ru`
  public static func double2uintRu(_ a: Tile<Double>) -> Tile<UInt32> {
    call("double2uint_ru", [a.operand], .i32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.int2double_rn`
  public static func int2doubleRn(_ a: Tile<Int32>) -> Tile<Double> {
    call("int2double_rn", [a.operand], .f64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.uint2double_rn`
  public static func uint2doubleRn(_ a: Tile<UInt32>) -> Tile<Double> {
    call("uint2double_rn", [a.operand], .f64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.float2int_rn`
  public static func float2intRn(_ a: Tile<Float>) -> Tile<Int32> {
    call("float2int_rn", [a.operand], .i32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.float2int_rz`
  public static func float2intRz(_ a: Tile<Float>) -> Tile<Int32> {
    call("float2int_rz", [a.operand], .i32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.float2int_rd`
  public static func float2intRd(_ a: Tile<Float>) -> Tile<Int32> {
    call("float2int_rd", [a.operand], .i32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.float2int_ru`
  public static func float2intRu(_ a: Tile<Float>) -> Tile<Int32> {
    call("float2int_ru", [a.operand], .i32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.float2uint_rn`
  public static func float2uintRn(_ a: Tile<Float>) -> Tile<UInt32> {
    call("float2uint_rn", [a.operand], .i32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.float2uint_rz`
  public static func float2uintRz(_ a: Tile<Float>) -> Tile<UInt32> {
    call("float2uint_rz", [a.operand], .i32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.float2uint_rd`
  public static func float2uintRd(_ a: Tile<Float>) -> Tile<UInt32> {
    call("float2uint_rd", [a.operand], .i32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.float2uint_ru`
  public static func float2uintRu(_ a: Tile<Float>) -> Tile<UInt32> {
    call("float2uint_ru", [a.operand], .i32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.int2float_rn`
  public static func int2floatRn(_ a: Tile<Int32>) -> Tile<Float> {
    call("int2float_rn", [a.operand], .f32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.int2float_rz`
  public static func int2floatRz(_ a: Tile<Int32>) -> Tile<Float> {
    call("int2float_rz", [a.operand], .f32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.int2float_rd`
  public static func int2floatRd(_ a: Tile<Int32>) -> Tile<Float> {
    call("int2float_rd", [a.operand], .f32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.int2float_ru`
  public static func int2floatRu(_ a: Tile<Int32>) -> Tile<Float> {
    call("int2float_ru", [a.operand], .f32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.uint2float_rn`
  public static func uint2floatRn(_ a: Tile<UInt32>) -> Tile<Float> {
    call("uint2float_rn", [a.operand], .f32)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.uint2float_rz`
  public static func uint2floatRz(_ a: Tile<UInt32>) -> Tile<Float> {
    call("uint2float_rz", [a.operand], .f32)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.uint2float_rd`
  public static func uint2floatRd(_ a: Tile<UInt32>) -> Tile<Float> {
    call("uint2float_rd", [a.operand], .f32)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.uint2float_ru`
  public static func uint2floatRu(_ a: Tile<UInt32>) -> Tile<Float> {
    call("uint2float_ru", [a.operand], .f32)
  }

  /// The device library's `hiloint2double`.
  ///
  /// Triton: `libdevice.hiloint2double`
  public static func hiloint2double(_ a: Tile<Int32>, _ b: Tile<Int32>) -> Tile<Double> {
    call("hiloint2double", [a.operand, b.operand], .f64)
  }

  /// The device library's `double2loint`.
  ///
  /// Triton: `libdevice.double2loint`
  public static func double2loint(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2loint", [a.operand], .i32)
  }

  /// The device library's `double2hiint`.
  ///
  /// Triton: `libdevice.double2hiint`
  public static func double2hiint(_ a: Tile<Double>) -> Tile<Int32> {
    call("double2hiint", [a.operand], .i32)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.float2ll_rn`
  public static func float2llRn(_ a: Tile<Float>) -> Tile<Int64> {
    call("float2ll_rn", [a.operand], .i64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.float2ll_rz`
  public static func float2llRz(_ a: Tile<Float>) -> Tile<Int64> {
    call("float2ll_rz", [a.operand], .i64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.float2ll_rd`
  public static func float2llRd(_ a: Tile<Float>) -> Tile<Int64> {
    call("float2ll_rd", [a.operand], .i64)
  }

  /// A conversion, rounded up.
  ///
  /// Triton: `libdevice.float2ll_ru`
  public static func float2llRu(_ a: Tile<Float>) -> Tile<Int64> {
    call("float2ll_ru", [a.operand], .i64)
  }

  /// A conversion, rounded to the nearest.
  ///
  /// Triton: `libdevice.float2ull_rn`
  public static func float2ullRn(_ a: Tile<Float>) -> Tile<UInt64> {
    call("float2ull_rn", [a.operand], .i64)
  }

  /// A conversion, rounded towards zero.
  ///
  /// Triton: `libdevice.float2ull_rz`
  public static func float2ullRz(_ a: Tile<Float>) -> Tile<UInt64> {
    call("float2ull_rz", [a.operand], .i64)
  }

  /// A conversion, rounded down.
  ///
  /// Triton: `libdevice.float2ull_rd`
  public static func float2ullRd(_ a: Tile<Float>) -> Tile<UInt64> {
    call("float2ull_rd", [a.operand], .i64)
  }
}
