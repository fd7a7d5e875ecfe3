import Arithmetic
import IR

/// The upper half of a `Float`: its range with 8 bits of precision.
public struct BFloat16: NarrowFloat {
  /// The type `bf16`.
  public static var scalarType: ScalarType { .bf16 }
  /// How the bits are read: 8 of exponent and 7 of fraction.
  public static var format: FloatFormat { .bf16 }
  /// The sign, the exponent and the fraction, from the highest bit down.
  public let bitPattern: UInt16

  /// The number with these bits.
  public init(bitPattern: UInt16) { self.bitPattern = bitPattern }
}
