/// What the interpreter looks for.
///
/// An access outside of a buffer ends the program; what the other checks find is reported and the
/// program goes on.
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

  /// Accesses of bytes that no buffer holds.
  ///
  /// Where this is off, such an access touches no memory: a load and an atomic operation yield 0, a
  /// store and an atomic operation change nothing, and ``RunReport/Counters/ignoredElements`` counts
  /// it. An access that lies only partly in a buffer is outside as a whole.
  public static let bounds = Checks(rawValue: 1 << 4)

  /// What is checked unless the caller says otherwise: bounds.
  public static let standard: Checks = [.bounds]
  /// Everything that can be checked.
  public static let all: Checks = [
    .bounds, .uninitializedReads, .offsetOverflow, .races, .undefinedArithmetic,
  ]

  /// Whether something is looked at in every access that lies in a buffer.
  var lookAtAccesses: Bool {
    !isDisjoint(with: [.uninitializedReads, .offsetOverflow, .races])
  }
}
