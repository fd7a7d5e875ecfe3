/// Something that a program asks of a tile operation and that the language does not offer.
///
/// The front end that catches it knows the place in the user's source and makes a diagnostic of it.
public struct SemanticError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was found and what was expected, in lower case without a full stop.
  public let message: String

  /// An error that says `message`.
  public init(_ message: String) { self.message = message }

  public var description: String { message }
}
