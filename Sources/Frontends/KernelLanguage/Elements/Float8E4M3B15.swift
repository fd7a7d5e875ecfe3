import Arithmetic
import IR

/// A float of 8 bits with 4 of exponent and 3 of fraction and the bias of `Float16`: up to 1.75,
/// without infinities and without a NaN.
///
/// In the module it is an `i8`, and conversions are integer arithmetic. Tiles of it can be loaded,
/// stored, rearranged and converted with `to(_:)`; to compute, convert them to `Float16`, which holds
/// every value. What is converted to it is rounded to the nearest value, ties away from zero;
/// magnitudes above 1.75, and what is no number, become 1.75.
///
/// Triton: `tl.float8e4b15`
public struct Float8E4M3B15: TileElement, CustomStringConvertible {
  /// The type `i8`.
  public static var scalarType: ScalarType { .i8 }

  /// The sign, the exponent and the fraction, from the highest bit down.
  public let bitPattern: UInt8

  /// The number with these bits.
  public init(bitPattern: UInt8) { self.bitPattern = bitPattern }

  /// The number with the low 8 bits.
  public init(tileBits bits: UInt64) { self.init(bitPattern: UInt8(truncatingIfNeeded: bits)) }

  /// The number's own bits, with zeros above.
  public var tileBits: UInt64 { UInt64(bitPattern) }

  /// The nearest value to `value`; ties go away from zero, and nothing is larger than 1.75.
  public init(_ value: Double) {
    // What is cut off here is less than half of what is cut off below, and so decides no tie.
    let half = FloatFormat.f16.encode(value, rounding: .towardZero)
    let magnitude = Swift.min(half & 0x7FFF, Self.largestHalf)
    bitPattern = UInt8(half >> 8 & 0x80 | (magnitude << 1 + 0x80) >> 8)
  }

  /// The nearest value to `value`, as from a `Double`.
  public init(_ value: Float) { self.init(Double(value)) }

  /// The value, exact.
  public var doubleValue: Double {
    FloatFormat.f16.decode(UInt64(bitPattern & 0x80) << 8 | UInt64(bitPattern & 0x7F) << 7)
  }

  /// The value, exact.
  public var floatValue: Float { Float(doubleValue) }

  public var description: String { "\(floatValue)" }

  /// The bits of 1.75 as `Float16`.
  private static let largestHalf: UInt64 = 0x3F00
}
