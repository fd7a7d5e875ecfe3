/// What became of one recorded launch.
public struct CaseResult: Codable, Sendable {
  /// The ways in which a case ends.
  public enum Outcome: String, Codable, Sendable {
    case passed, failed
    /// The launch was not made, because no launch elsewhere can repeat what was recorded: the kernel
    /// stores where or when its programs ran.
    case skipped
  }

  /// The name of the case, that of its folder.
  public var id: String
  /// The test that the launch was recorded from; empty if the record could not be read.
  public var test: String
  /// How the case ended.
  public var outcome: Outcome
  /// The first difference, or why the launch could not or need not be made; empty if it passed.
  public var reason: String
  /// How long reading, running and comparing took.
  public var seconds: Double
}
