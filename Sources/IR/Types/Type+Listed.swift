extension [Type] {
  /// The types in parentheses, for messages.
  public var listed: String { "(" + map(\.description).joined(separator: ", ") + ")" }
}
