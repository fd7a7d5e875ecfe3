import Arithmetic
import IR

/// A float of 8 bits with 4 of exponent and 3 of fraction, without infinities: up to 448.
public struct Float8E4M3: NarrowFloat {
  /// The type `f8E4M3FN`.
  public static var scalarType: ScalarType { .f8E4M3FN }
  /// How the bits are read: 4 of exponent and 3 of fraction, without infinities.
  public static var format: FloatFormat { .f8E4M3FN }
  /// The sign, the exponent and the fraction, from the highest bit down.
  public let bitPattern: UInt8

  /// The number with these bits.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}

/// A float of 8 bits with 5 of exponent and 2 of fraction: up to 57344.
public struct Float8E5M2: NarrowFloat {
  /// The type `f8E5M2`.
  public static var scalarType: ScalarType { .f8E5M2 }
  /// How the bits are read: 5 of exponent and 2 of fraction.
  public static var format: FloatFormat { .f8E5M2 }
  /// The sign, the exponent and the fraction, from the highest bit down.
  public let bitPattern: UInt8

  /// The number with these bits.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}

/// A float of 8 bits with 4 of exponent and 3 of fraction, of another bias and with no negative zero:
/// up to 240. NVIDIA's devices do not compute with it.
///
/// Triton: `tl.float8e4b8`
public struct Float8E4M3FNUZ: NarrowFloat {
  /// The type `f8E4M3FNUZ`.
  public static var scalarType: ScalarType { .f8E4M3FNUZ }
  /// How the bits are read: 4 of exponent with bias 8, and 3 of fraction.
  public static var format: FloatFormat { .f8E4M3FNUZ }
  /// The sign, the exponent and the fraction, from the highest bit down; 0x80 is no number.
  public let bitPattern: UInt8

  /// The number with these bits.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}

/// A float of 8 bits with 5 of exponent and 2 of fraction, of another bias and with no negative zero:
/// up to 57344. NVIDIA's devices do not compute with it.
///
/// Triton: `tl.float8e5b16`
public struct Float8E5M2FNUZ: NarrowFloat {
  /// The type `f8E5M2FNUZ`.
  public static var scalarType: ScalarType { .f8E5M2FNUZ }
  /// How the bits are read: 5 of exponent with bias 16, and 2 of fraction.
  public static var format: FloatFormat { .f8E5M2FNUZ }
  /// The sign, the exponent and the fraction, from the highest bit down; 0x80 is no number.
  public let bitPattern: UInt8

  /// The number with these bits.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}
