import IR

extension Float: WideFloatElement {
  /// The type `f32`.
  public static var scalarType: ScalarType { .f32 }
  /// The number with the low 32 bits.
  public init(tileBits bits: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: bits)) }
  /// The number's own bits, with zeros above.
  public var tileBits: UInt64 { UInt64(bitPattern) }
  /// The value, exact.
  public var doubleValue: Double { Double(self) }
}

extension Double: WideFloatElement {
  /// The type `f64`.
  public static var scalarType: ScalarType { .f64 }
  /// The number with these bits.
  public init(tileBits bits: UInt64) { self.init(bitPattern: bits) }
  /// The number's own bits.
  public var tileBits: UInt64 { bitPattern }
  /// The value itself.
  public var doubleValue: Double { self }
}

#if !(os(macOS) && arch(x86_64))
  extension Float16: FloatElement {
    /// The type `f16`.
    public static var scalarType: ScalarType { .f16 }
    /// The number with the low 16 bits.
    public init(tileBits bits: UInt64) { self.init(bitPattern: UInt16(truncatingIfNeeded: bits)) }
    /// The number's own bits, with zeros above.
    public var tileBits: UInt64 { UInt64(bitPattern) }
    /// The value, exact.
    public var doubleValue: Double { Double(self) }
  }
#endif
