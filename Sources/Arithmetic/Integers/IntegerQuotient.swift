/// The result of a division that may have no meaning.
public struct IntegerQuotient: Hashable, Sendable, BitwiseCopyable {
  /// Why a division has no meaning.
  public enum Fault: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// The divisor is zero.
    case divisionByZero
    /// The smallest signed value was divided by minus one.
    case overflow
  }

  /// What the hardware gives, also when there is a fault.
  public let bits: UInt64
  /// What is wrong with the operands, if anything.
  public let fault: Fault?

  /// A quotient or remainder of `bits`; without meaning where there is a `fault`.
  @inlinable
  public init(bits: UInt64, fault: Fault? = nil) { (self.bits, self.fault) = (bits, fault) }
}
