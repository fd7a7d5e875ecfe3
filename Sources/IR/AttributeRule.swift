/// What an attribute of an operation is called and must be.
public struct AttributeRule: Sendable {
  /// What the attribute is called.
  public let name: String
  /// What the attribute must be.
  public let kind: Kind
  /// The operation has no meaning without it.
  public let isRequired: Bool

  /// What an attribute can be.
  public enum Kind: Sendable {
    case unit, bool, string, symbol, type, functionType
    /// An integer of 32 bits.
    case i32
    /// An integer that names a case of an enumeration, with its words in textual IR.
    case enumeration(any KeywordAttribute.Type)
    /// `array<i32: …>`
    case i32Array
    /// A list of attributes.
    case array
    /// Anything, as the operation's own rules say.
    case any
  }

  /// An attribute that must be there.
  public static func required(_ name: String, _ kind: Kind) -> AttributeRule {
    AttributeRule(name: name, kind: kind, isRequired: true)
  }

  /// An attribute that may be left out.
  public static func optional(_ name: String, _ kind: Kind) -> AttributeRule {
    AttributeRule(name: name, kind: kind, isRequired: false)
  }

  /// What is expected, in words, if `attribute` is not of this kind; `nil` if it is.
  public func mismatch(with attribute: Attribute) -> String? {
    switch (kind, attribute) {
    case (.unit, .unit), (.bool, .bool), (.bool, .integer(_, .i1)), (.string, .string),
      (.symbol, .symbol), (.type, .type), (.functionType, .functionType), (.i32, .integer(_, .i32)),
      (.i32Array, .denseArray(.i32, _)), (.array, .array), (.any, _):
      return nil
    case (.enumeration(let type), .integer(let value, .i32)):
      return type.names(value) ? nil : "one of \(type.keywords.joined(separator: ", "))"
    default:
      return kind.words
    }
  }
}

extension AttributeRule.Kind {
  /// The kind in words, for messages.
  public var words: String {
    switch self {
    case .unit: "no value"
    case .bool: "true or false"
    case .string: "a string"
    case .symbol: "a symbol such as @name"
    case .type: "a type"
    case .functionType: "a function type"
    case .i32: "an integer of type i32"
    case .enumeration(let type): "one of \(type.keywords.joined(separator: ", "))"
    case .i32Array: "array<i32: …>"
    case .array: "a list in brackets"
    case .any: "an attribute"
    }
  }
}

/// An enumeration that is stored as an integer attribute and written as a word.
public protocol KeywordAttribute: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == Int32 {
  /// The word in textual IR.
  var keyword: String { get }
}

extension KeywordAttribute {
  /// The case that textual IR calls `keyword`.
  public init?(keyword: some StringProtocol) {
    guard let value = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = value
  }

  /// The words of all cases.
  public static var keywords: [String] { allCases.map(\.keyword) }

  /// `value` stands for a case.
  public static func names(_ value: Int64) -> Bool {
    Int32(exactly: value).flatMap { Self(rawValue: $0) } != nil
  }

  /// The value as it is stored.
  public var attribute: Attribute { .integer(Int64(rawValue), .i32) }
}
