import Arithmetic
import IR

/// The upper half of a `Float`: its range with 8 bits of precision.
public struct BFloat16: NarrowFloat {
  public static var scalarType: ScalarType { .bf16 }
  public static var format: FloatFormat { .bf16 }
  public let bitPattern: UInt16

  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }
}
