/// What passes did: how long each took, and the module's text after those that it was asked for.
public struct PassReport: Sendable {
  /// The passes that ran, in order.
  public internal(set) var steps: [Step] = []

  /// One run of one pass.
  public struct Step: Sendable {
    /// The name of the pass.
    public let pass: String
    /// The time that it took, without verification.
    public let duration: Duration
    /// The module's text behind the pass, if it was asked for.
    public let text: String?
  }

  /// Adds a step that is no pass.
  mutating func add(_ name: String, _ duration: Duration) {
    steps.append(Step(pass: name, duration: duration, text: nil))
  }

  /// The time that all passes took.
  public var duration: Duration { steps.reduce(.zero) { $0 + $1.duration } }
}
