import Support

/// What a launch did besides changing its buffers.
public struct LaunchReport: Sendable {
  /// The lines that `devicePrint` wrote.
  public let printed: [String]
  /// What the checks found, each at its place in the user's source.
  public let findings: [Diagnostic]
  /// How many programs ran.
  public let programs: Int
  /// How many elements outside of every buffer were neither read nor written; 0 where bounds are
  /// checked.
  public let ignoredElements: Int
}
