import IR

extension Float: WideFloatElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .f32 }
  /// The float with the bits of `bitPattern`.
  public init(tileBits bits: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: bits)) }
  /// The bits of the element, in the low bits.
  public var tileBits: UInt64 { UInt64(bitPattern) }
  /// The value, exact.
  public var doubleValue: Double { Double(self) }
}

extension Double: WideFloatElement {
  /// The type in the IR.
  public static var scalarType: ScalarType { .f64 }
  /// The float with the bits of `bitPattern`.
  public init(tileBits bits: UInt64) { self.init(bitPattern: bits) }
  /// The bits of the element, in the low bits.
  public var tileBits: UInt64 { bitPattern }
  /// The value, exact.
  public var doubleValue: Double { self }
}

#if !(os(macOS) && arch(x86_64))
  extension Float16: FloatElement {
    /// The type in the IR.
    public static var scalarType: ScalarType { .f16 }
    /// The float with the bits of `bitPattern`.
    public init(tileBits bits: UInt64) { self.init(bitPattern: UInt16(truncatingIfNeeded: bits)) }
    /// The bits of the element, in the low bits.
    public var tileBits: UInt64 { UInt64(bitPattern) }
    /// The value, exact.
    public var doubleValue: Double { Double(self) }
  }
#endif
