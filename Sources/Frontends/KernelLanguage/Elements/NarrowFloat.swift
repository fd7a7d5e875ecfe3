import Arithmetic
import IR

/// A float that Swift has no type for: its bits, converted to `Float` to compute with.
public protocol NarrowFloat: FloatElement, CustomStringConvertible, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  /// The unsigned integer of the same width.
  associatedtype Storage: FixedWidthInteger & UnsignedInteger & Sendable
  /// The sign, the exponent and the fraction, from the highest bit down.
  var bitPattern: Storage { get }
  /// The number with these bits.
  init(bitPattern: Storage)
  /// How the bits are read.
  static var format: FloatFormat { get }
}

extension NarrowFloat {
  /// The number that the low bits stand for; those above its width are ignored.
  public init(tileBits bits: UInt64) { self.init(bitPattern: Storage(truncatingIfNeeded: bits)) }

  /// The number's own bits, with zeros above its width.
  public var tileBits: UInt64 { UInt64(bitPattern) }

  /// The nearest value to `value`; ties go to the even one, and eight bits hold no more than their
  /// largest value.
  public init(_ value: Double) {
    self.init(tileBits: Self.format.encode(value, saturating: Self.format.bitWidth == 8))
  }

  /// The nearest value to `value`, as from a `Double`.
  public init(_ value: Float) { self.init(Double(value)) }

  /// The value, exact.
  public var doubleValue: Double { Self.format.decode(tileBits) }

  /// The nearest value to a literal such as `0.5`, rounded as from a `Double`.
  public init(floatLiteral value: Double) { self.init(value) }

  /// The nearest value to a literal such as `2`, rounded as from a `Double`.
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  /// The value, exact.
  public var floatValue: Float { Float(doubleValue) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.doubleValue < rhs.doubleValue }

  public var description: String { "\(floatValue)" }
}
