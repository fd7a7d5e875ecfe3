import Arithmetic
import IR

/// A float of 8 bits with 4 of exponent and 3 of fraction, without infinities: up to 448.
public struct Float8E4M3: NarrowFloat {
  /// The type in the IR.
  public static var scalarType: ScalarType { .f8E4M3FN }
  /// How the bits are read.
  public static var format: FloatFormat { .f8E4M3FN }
  /// The bits.
  public let bitPattern: UInt8

  /// The float with the bits of `bitPattern`.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}

/// A float of 8 bits with 5 of exponent and 2 of fraction: up to 57344.
public struct Float8E5M2: NarrowFloat {
  /// The type in the IR.
  public static var scalarType: ScalarType { .f8E5M2 }
  /// How the bits are read.
  public static var format: FloatFormat { .f8E5M2 }
  /// The bits.
  public let bitPattern: UInt8

  /// The float with the bits of `bitPattern`.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }
}
