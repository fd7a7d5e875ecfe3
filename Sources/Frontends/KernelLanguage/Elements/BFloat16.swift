import Arithmetic
import IR

/// The upper half of a `Float`: its range with 8 bits of precision.
public struct BFloat16: NarrowFloat {
  /// The type in the IR.
  public static var scalarType: ScalarType { .bf16 }
  /// How the bits are read.
  public static var format: FloatFormat { .bf16 }
  /// The bits.
  public let bitPattern: UInt16

  /// The float with the bits of `bitPattern`.
  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }
}
