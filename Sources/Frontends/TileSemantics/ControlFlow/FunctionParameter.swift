import IR

/// What a function takes at one place.
public struct FunctionParameter: Hashable, Sendable {
  /// The name in the program; the text shows it.
  public var name: String
  /// The type in the module.
  public var type: Type
  /// Integers are read without sign: the number, or what the pointer leads to.
  public var isUnsigned: Bool
  /// What is known of the argument, such as `tt.divisibility`.
  public var attributes: AttributeList

  /// A parameter of which nothing else is known.
  public init(
    _ name: String, _ type: Type, isUnsigned: Bool = false, attributes: AttributeList = .empty
  ) {
    self.name = name
    self.type = type
    self.isUnsigned = isUnsigned
    self.attributes = attributes
  }
}
