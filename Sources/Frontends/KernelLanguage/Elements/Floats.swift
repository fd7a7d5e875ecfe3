import IR

extension Float: WideFloatElement {
  public static var scalarType: ScalarType { .f32 }
  public init(tileBits bits: UInt64) { self.init(bitPattern: UInt32(truncatingIfNeeded: bits)) }
  public var tileBits: UInt64 { UInt64(bitPattern) }
  public var doubleValue: Double { Double(self) }
}

extension Double: WideFloatElement {
  public static var scalarType: ScalarType { .f64 }
  public init(tileBits bits: UInt64) { self.init(bitPattern: bits) }
  public var tileBits: UInt64 { bitPattern }
  public var doubleValue: Double { self }
}

#if !(os(macOS) && arch(x86_64))
  extension Float16: FloatElement {
    public static var scalarType: ScalarType { .f16 }
    public init(tileBits bits: UInt64) { self.init(bitPattern: UInt16(truncatingIfNeeded: bits)) }
    public var tileBits: UInt64 { UInt64(bitPattern) }
    public var doubleValue: Double { Double(self) }
  }
#endif
