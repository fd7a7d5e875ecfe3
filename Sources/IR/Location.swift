import Support

/// Where in the user's program something comes from.
///
/// This is what the program says about itself (`loc(...)` in MLIR's text, the line of a Swift
/// kernel), which may be another file than the one that was parsed.
public indirect enum Location: Hashable, Sendable {
  case unknown
  case file(SourcePosition)
  /// What has a name in the source: `loc("x"(…))`.
  case name(String, Location)
  case callSite(callee: Location, caller: Location)
  case fused([Location])

  /// The innermost place in a file, where something was written.
  public var position: SourcePosition? {
    switch self {
    case .unknown: nil
    case .file(let position): position
    case .name(_, let inner): inner.position
    case .callSite(let callee, let caller): callee.position ?? caller.position
    case .fused(let parts): parts.lazy.compactMap(\.position).first
    }
  }
}
