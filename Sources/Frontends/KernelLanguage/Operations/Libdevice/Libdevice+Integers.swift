/// Bits and products of integers.
extension Libdevice {
  /// How many leading bits are zero.
  ///
  /// Triton: `libdevice.clz`
  public static func clz(_ a: Tile<Int32>) -> Tile<Int32> {
    call("clz", [a.operand], .i32)
  }

  /// How many leading bits are zero.
  ///
  /// Triton: `libdevice.clz`
  public static func clz(_ a: Tile<Int64>) -> Tile<Int32> {
    call("clzll", [a.operand], .i32)
  }

  /// How many bits are one.
  ///
  /// Triton: `libdevice.popc`
  public static func popc(_ a: Tile<Int32>) -> Tile<Int32> {
    call("popc", [a.operand], .i32)
  }

  /// How many bits are one.
  ///
  /// Triton: `libdevice.popc`
  public static func popc(_ a: Tile<Int64>) -> Tile<Int32> {
    call("popcll", [a.operand], .i32)
  }

  /// Four bytes of the eight of `a` and `b`, chosen by the digits of `c`.
  ///
  /// Triton: `libdevice.byte_perm`
  public static func bytePerm(_ a: Tile<Int32>, _ b: Tile<Int32>, _ c: Tile<Int32>) -> Tile<Int32> {
    call("byte_perm", [a.operand, b.operand, c.operand], .i32)
  }

  /// The upper half of the product.
  ///
  /// Triton: `libdevice.mulhi`
  public static func mulhi(_ a: Tile<Int32>, _ b: Tile<Int32>) -> Tile<Int32> {
    call("mulhi", [a.operand, b.operand], .i32)
  }

  /// The upper half of the product.
  ///
  /// Triton: `libdevice.mulhi`
  public static func mulhi(_ a: Tile<UInt32>, _ b: Tile<UInt32>) -> Tile<UInt32> {
    call("umulhi", [a.operand, b.operand], .i32)
  }

  /// The upper half of the product.
  ///
  /// Triton: `libdevice.mulhi`
  public static func mulhi(_ a: Tile<Int64>, _ b: Tile<Int64>) -> Tile<Int64> {
    call("mul64hi", [a.operand, b.operand], .i64)
  }

  /// The upper half of the product.
  ///
  /// Triton: `libdevice.mulhi`
  public static func mulhi(_ a: Tile<UInt64>, _ b: Tile<UInt64>) -> Tile<UInt64> {
    call("umul64hi", [a.operand, b.operand], .i64)
  }

  /// The product of the lower 24 bits.
  ///
  /// Triton: `libdevice.mul24`
  public static func mul24(_ a: Tile<Int32>, _ b: Tile<Int32>) -> Tile<Int32> {
    call("mul24", [a.operand, b.operand], .i32)
  }

  /// The product of the lower 24 bits.
  ///
  /// Triton: `libdevice.mul24`
  public static func mul24(_ a: Tile<UInt32>, _ b: Tile<UInt32>) -> Tile<UInt32> {
    call("umul24", [a.operand, b.operand], .i32)
  }

  /// The bits in opposite order.
  ///
  /// Triton: `libdevice.brev`
  public static func brev(_ a: Tile<Int32>) -> Tile<Int32> {
    call("brev", [a.operand], .i32)
  }

  /// The bits in opposite order.
  ///
  /// Triton: `libdevice.brev`
  public static func brev(_ a: Tile<Int64>) -> Tile<Int64> {
    call("brevll", [a.operand], .i64)
  }

  /// `|a - b| + c`
  ///
  /// Triton: `libdevice.sad`
  public static func sad(_ a: Tile<Int32>, _ b: Tile<Int32>, _ c: Tile<UInt32>) -> Tile<UInt32> {
    call("sad", [a.operand, b.operand, c.operand], .i32)
  }

  /// `|a - b| + c`
  ///
  /// Triton: `libdevice.sad`
  public static func sad(_ a: Tile<UInt32>, _ b: Tile<UInt32>, _ c: Tile<UInt32>) -> Tile<UInt32> {
    call("usad", [a.operand, b.operand, c.operand], .i32)
  }

  /// The magnitude.
  ///
  /// Triton: `libdevice.abs`
  public static func abs<Element: WideFloatElement>(
    _ a: Tile<Element>
  ) -> Tile<Element> {
    call("fabsf", "fabs", [a.operand], Element.self)
  }

  /// The magnitude.
  ///
  /// Triton: `libdevice.abs`
  public static func abs(_ a: Tile<Int32>) -> Tile<Int32> {
    call("abs", [a.operand], .i32)
  }

  /// The magnitude.
  ///
  /// Triton: `libdevice.abs`
  public static func abs(_ a: Tile<Int64>) -> Tile<Int64> {
    call("llabs", [a.operand], .i64)
  }

  /// The average of two integers, rounded down.
  ///
  /// Triton: `libdevice.hadd`
  public static func hadd(_ a: Tile<Int32>, _ b: Tile<Int32>) -> Tile<Int32> {
    call("hadd", [a.operand, b.operand], .i32)
  }

  /// The average of two integers, rounded down.
  ///
  /// Triton: `libdevice.hadd`
  public static func hadd(_ a: Tile<UInt32>, _ b: Tile<UInt32>) -> Tile<UInt32> {
    call("uhadd", [a.operand, b.operand], .i32)
  }

  /// The average of two integers, rounded up.
  ///
  /// Triton: `libdevice.rhadd`
  public static func rhadd(_ a: Tile<Int32>, _ b: Tile<Int32>) -> Tile<Int32> {
    call("rhadd", [a.operand, b.operand], .i32)
  }

  /// The average of two integers, rounded up.
  ///
  /// Triton: `libdevice.rhadd`
  public static func rhadd(_ a: Tile<UInt32>, _ b: Tile<UInt32>) -> Tile<UInt32> {
    call("urhadd", [a.operand, b.operand], .i32)
  }

  /// The place of the lowest bit that is one, counted from 1; 0 if there is none.
  ///
  /// Triton: `libdevice.ffs`
  public static func ffs(_ a: Tile<Int32>) -> Tile<Int32> {
    call("ffs", [a.operand], .i32)
  }

  /// The place of the lowest bit that is one, counted from 1; 0 if there is none.
  ///
  /// Triton: `libdevice.ffs`
  public static func ffs(_ a: Tile<Int64>) -> Tile<Int32> {
    call("ffsll", [a.operand], .i32)
  }
}
