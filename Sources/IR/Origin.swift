import Support

/// Where an operation comes from: what the program says, and where it stands in the text that
/// was parsed.
public struct Origin: Hashable, Sendable, BitwiseCopyable {
  public var location: LocationID
  public var range: SourceRange

  public init(location: LocationID = .unknown, range: SourceRange = .none) {
    (self.location, self.range) = (location, range)
  }

  public static let unknown = Origin()
}
