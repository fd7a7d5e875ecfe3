extension Attribute {
  /// The attribute as textual IR writes it.
  public var text: String { "" }
}
