/// What the interpreter looks for besides accesses outside of buffers, which are always errors.
public struct Checks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads of bytes that neither the host nor a program has written.
  public static let uninitializedReads = Checks(rawValue: 1 << 0)
  /// Accesses at an offset whose computation in 32 bits overflowed; see ``OverflowMark``.
  public static let offsetOverflow = Checks(rawValue: 1 << 1)
  /// Accesses of two programs to one byte, one of them a write, that nothing puts in order.
  public static let races = Checks(rawValue: 1 << 2)
  /// Integer operations whose result the language leaves open: division by zero, the smallest
  /// integer divided by -1, shifts by at least the width.
  public static let undefinedArithmetic = Checks(rawValue: 1 << 3)

  /// Everything that can be checked.
  public static let all: Checks = [
    .uninitializedReads, .offsetOverflow, .races, .undefinedArithmetic,
  ]
}
