import Arithmetic
import IR

/// A float that Swift has no type for: its bits, converted to `Float` to compute with.
public protocol NarrowFloat: FloatElement, CustomStringConvertible, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  associatedtype Storage: FixedWidthInteger & UnsignedInteger & Sendable
  var bitPattern: Storage { get }
  init(bitPattern: Storage)
  static var format: FloatFormat { get }
}

extension NarrowFloat {
  /// The float with the bits of `bitPattern`.
  public init(tileBits bits: UInt64) { self.init(bitPattern: Storage(truncatingIfNeeded: bits)) }

  /// The bits of the element, in the low bits.
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

  /// The nearest value to `value`.
  public init(floatLiteral value: Double) { self.init(value) }

  /// The nearest value to `value`.
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  /// The value, exact.
  public var floatValue: Float { Float(doubleValue) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.doubleValue < rhs.doubleValue }

  public var description: String { "\(floatValue)" }
}
