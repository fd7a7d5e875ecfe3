import IR

// How Swift's integers stand for elements. Each is stored as its own bits.

extension IntegerElement {
  public init(tileBits bits: UInt64) { self.init(truncatingIfNeeded: bits) }

  public var tileBits: UInt64 {
    UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - Self.bitWidth))
  }

  public static var isUnsigned: Bool { !isSigned }
}

extension Int8: IntegerElement {
  public typealias Accumulated = Int32
  public static var scalarType: ScalarType { .i8 }
}

extension Int16: IntegerElement {
  public typealias Accumulated = Int32
  public static var scalarType: ScalarType { .i16 }
}

extension Int32: IntegerElement {
  public static var scalarType: ScalarType { .i32 }
}

extension Int64: IntegerElement {
  public static var scalarType: ScalarType { .i64 }
}

extension UInt8: IntegerElement {
  public typealias Accumulated = UInt32
  public static var scalarType: ScalarType { .i8 }
}

extension UInt16: IntegerElement {
  public typealias Accumulated = UInt32
  public static var scalarType: ScalarType { .i16 }
}

extension UInt32: IntegerElement {
  public static var scalarType: ScalarType { .i32 }
}

extension UInt64: IntegerElement {
  public static var scalarType: ScalarType { .i64 }
}

extension Bool: TileElement {
  public static var scalarType: ScalarType { .i1 }
  /// As a number, true is 1 and not -1.
  public static var isUnsigned: Bool { true }
  public init(tileBits bits: UInt64) { self = bits & 1 != 0 }
  public var tileBits: UInt64 { self ? 1 : 0 }
}
