import Interpreter

/// What a launch on the interpreter looks for: bounds, unless the launch says otherwise.
///
/// A launch with a set of its own checks what that set contains and nothing else:
///
///     try kernel(…).launch(grid: 4, on: .interpreter, checks: [.bounds, .races])
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

  /// Accesses outside of a buffer, which end the launch.
  ///
  /// Without this check, such an access touches no memory: a load yields 0, a store does nothing,
  /// and an atomic operation yields 0 and does nothing. `LaunchReport.ignoredElements` counts them.
  public static let bounds = LaunchChecks(rawValue: 1 << 4)

  /// What is checked unless a launch says otherwise: bounds.
  public static let standard: LaunchChecks = [.bounds]
  /// Everything.
  public static let all: LaunchChecks = [
    .bounds, .uninitializedReads, .offsetOverflow, .races, .undefinedArithmetic,
  ]

  /// The interpreter's name for the same.
  var checks: Checks {
    var result: Checks = []
    if contains(.bounds) { result.insert(.bounds) }
    if contains(.uninitializedReads) { result.insert(.uninitializedReads) }
    if contains(.offsetOverflow) { result.insert(.offsetOverflow) }
    if contains(.races) { result.insert(.races) }
    if contains(.undefinedArithmetic) { result.insert(.undefinedArithmetic) }
    return result
  }
}
