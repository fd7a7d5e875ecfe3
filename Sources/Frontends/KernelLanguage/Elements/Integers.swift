import IR

// How Swift's integers stand for elements. Each is stored as its own bits.

extension IntegerElement {
  /// The integer that the low bits stand for; those above its width are ignored.
  public init(tileBits bits: UInt64) { self.init(truncatingIfNeeded: bits) }

  /// The integer's own bits, with zeros above its width.
  public var tileBits: UInt64 {
    UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - Self.bitWidth))
  }

  /// Whether the type has no sign.
  public static var isUnsigned: Bool { !isSigned }
}

extension Int8: IntegerElement {
  /// Sums are computed in 32 bits.
  public typealias Accumulated = Int32
  /// The type `i8`, which has no sign.
  public static var scalarType: ScalarType { .i8 }
}

extension Int16: IntegerElement {
  /// Sums are computed in 32 bits.
  public typealias Accumulated = Int32
  /// The type `i16`, which has no sign.
  public static var scalarType: ScalarType { .i16 }
}

extension Int32: IntegerElement {
  /// The type `i32`, which has no sign.
  public static var scalarType: ScalarType { .i32 }
}

extension Int64: IntegerElement {
  /// The type `i64`, which has no sign.
  public static var scalarType: ScalarType { .i64 }
}

extension UInt8: IntegerElement {
  /// Sums are computed in 32 bits, without a sign.
  public typealias Accumulated = UInt32
  /// The type `i8`, which has no sign.
  public static var scalarType: ScalarType { .i8 }
}

extension UInt16: IntegerElement {
  /// Sums are computed in 32 bits, without a sign.
  public typealias Accumulated = UInt32
  /// The type `i16`, which has no sign.
  public static var scalarType: ScalarType { .i16 }
}

extension UInt32: IntegerElement {
  /// The type `i32`, which has no sign.
  public static var scalarType: ScalarType { .i32 }
}

extension UInt64: IntegerElement {
  /// The type `i64`, which has no sign.
  public static var scalarType: ScalarType { .i64 }
}

extension Bool: TileElement {
  /// The type `i1`.
  public static var scalarType: ScalarType { .i1 }
  /// As a number, true is 1 and not -1.
  public static var isUnsigned: Bool { true }
  /// Whether the lowest bit is set.
  public init(tileBits bits: UInt64) { self = bits & 1 != 0 }
  /// 1 for true, 0 for false.
  public var tileBits: UInt64 { self ? 1 : 0 }
}
