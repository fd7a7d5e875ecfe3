/// Where a kernel runs.
public enum LaunchTarget: Hashable, Sendable {
  /// On the host, one program after another, operation by operation. Slow, and it finds mistakes
  /// that a device does not: see `LaunchChecks`.
  case interpreter
}
