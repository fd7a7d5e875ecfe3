import Support

/// Where an operation comes from: what the program says, and where it stands in the text that
/// was parsed.
public struct Origin: Hashable, Sendable, BitwiseCopyable {
  /// What the program says, in the module's table.
  public var location: LocationID
  /// The place in the text that was parsed.
  public var range: SourceRange

  /// A place in the program and in the text, as far as they are known.
  public init(location: LocationID = .unknown, range: SourceRange = .none) {
    (self.location, self.range) = (location, range)
  }

  /// The origin of what comes from nowhere.
  public static let unknown = Origin()
}
