import Interpreter

/// What a launch on the interpreter looks for. Accesses outside of a buffer are always found.
public struct LaunchChecks: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads of elements that nothing has written.
  public static let uninitializedReads = LaunchChecks(rawValue: 1 << 0)
  /// Offsets that do not fit into 32 bits.
  public static let offsetOverflow = LaunchChecks(rawValue: 1 << 1)
  /// Two programs that touch one element, at least one writing it, without atomic operations.
  public static let races = LaunchChecks(rawValue: 1 << 2)
  /// Arithmetic that means nothing, such as a division by zero.
  public static let undefinedArithmetic = LaunchChecks(rawValue: 1 << 3)

  /// Everything.
  public static let all: LaunchChecks = [
    .uninitializedReads, .offsetOverflow, .races, .undefinedArithmetic,
  ]

  /// The interpreter's name for the same.
  var checks: Checks {
    var result: Checks = []
    if contains(.uninitializedReads) { result.insert(.uninitializedReads) }
    if contains(.offsetOverflow) { result.insert(.offsetOverflow) }
    if contains(.races) { result.insert(.races) }
    if contains(.undefinedArithmetic) { result.insert(.undefinedArithmetic) }
    return result
  }
}
