/// What became of one recorded launch.
public struct CaseResult: Codable, Sendable {
  public enum Outcome: String, Codable, Sendable { case passed, failed, skipped }

  public var id: String
  /// The test that the launch was recorded from; empty if the record could not be read.
  public var test: String
  public var outcome: Outcome
  /// The first difference, or why the launch could not be made; empty if it passed.
  public var reason: String
  public var seconds: Double
}
