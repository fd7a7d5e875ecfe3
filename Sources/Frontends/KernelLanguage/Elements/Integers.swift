import IR

// How Swift's integers stand for elements. Each is stored as its own bits.

extension IntegerElement {
  /// The element that `bits`, in the low bits, stand for.
  public init(tileBits bits: UInt64) { self.init(truncatingIfNeeded: bits) }

  /// The bits of the element, in the low bits.
  public var tileBits: UInt64 {
    UInt64(truncatingIfNeeded: self) & (UInt64.max >> UInt64(64 - Self.bitWidth))
  }

  /// Whether the element has no sign.
  public static var isUnsigned: Bool { !isSigned }
}

extension Int8: IntegerElement {
  /// What sums are computed in.
  public typealias Accumulated = Int32
  /// The type in the IR.
  public static var scalarType: ScalarType { .i8 }
}

extension Int16: IntegerElement {
  /// What sums are computed in.
  public typealias Accumulated = Int32
  /// The type in the IR.
  public static var scalarType: ScalarType { .i16 }
}

extension Int32: IntegerElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .i32 }
}

extension Int64: IntegerElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .i64 }
}

extension UInt8: IntegerElement {
  /// What sums are computed in.
  public typealias Accumulated = UInt32
  /// The type in the IR.
  public static var scalarType: ScalarType { .i8 }
}

extension UInt16: IntegerElement {
  /// What sums are computed in.
  public typealias Accumulated = UInt32
  /// The type in the IR.
  public static var scalarType: ScalarType { .i16 }
}

extension UInt32: IntegerElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .i32 }
}

extension UInt64: IntegerElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .i64 }
}

extension Bool: TileElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .i1 }
  /// As a number, true is 1 and not -1.
  public static var isUnsigned: Bool { true }
  /// The element that `bits`, in the low bits, stand for.
  public init(tileBits bits: UInt64) { self = bits & 1 != 0 }
  /// The bits of the element, in the low bits.
  public var tileBits: UInt64 { self ? 1 : 0 }
}
