/// The facts about an operation that passes and the verifier ask for, so that they need not name
/// opcodes.
public struct OpInfo: Sendable {
  /// The name in textual IR, such as `tt.load`.
  public let name: String
  /// How many operands there may be.
  public let operands: ClosedRange<Int>
  /// How many results there may be.
  public let results: ClosedRange<Int>
  /// How many regions there may be.
  public let regions: ClosedRange<Int>
  /// What passes may do with the operation.
  public let traits: Traits
  /// The attributes with a meaning; others are hints that are kept and ignored.
  public let attributes: [AttributeRule]
  /// What its types must be.
  public let rules: Rules

  /// What the types must be.
  public enum Rules: Sendable {
    /// All operands and the result have one type, with elements of this kind.
    case elementwise(ElementKind)
    /// One operand becomes a result of the same shape with other elements.
    case conversion(from: ElementKind, to: ElementKind, WidthRule)
    /// The operation's own struct says.
    case declared(any Operation.Type)
  }

  /// How the widths of a conversion relate.
  public enum WidthRule: Sendable { case any, widening, narrowing, sameWidth }

  /// Any number of operands, results or regions.
  public static let any = 0...Int(UInt16.max)

  /// The facts about an operation whose types obey `rules`.
  public init(
    _ name: String, operands: ClosedRange<Int>, results: ClosedRange<Int> = 1...1,
    regions: ClosedRange<Int> = 0...0, traits: Traits = [], attributes: [AttributeRule] = [],
    rules: Rules
  ) {
    self.name = name
    self.operands = operands
    self.results = results
    self.regions = regions
    self.traits = traits
    self.attributes = attributes
    self.rules = rules
  }

  /// The facts about an operation that a struct declares.
  public init(
    _ name: String, operands: ClosedRange<Int>, results: ClosedRange<Int> = 1...1,
    regions: ClosedRange<Int> = 0...0, traits: Traits = [], attributes: [AttributeRule] = [],
    declaredBy type: any Operation.Type
  ) {
    self.init(
      name, operands: operands, results: results, regions: regions, traits: traits,
      attributes: attributes, rules: .declared(type))
  }
}

// MARK: - Rows of the elementwise table

extension OpInfo {
  /// `%r = arith.addi %a, %b : type`
  static func integer(_ name: String, operands: Int = 2, _ traits: Traits = []) -> OpInfo {
    OpInfo(
      name, operands: operands...operands, traits: [.pure, .elementwise, traits],
      rules: .elementwise(.integer))
  }

  /// `%r = arith.addf %a, %b : type`
  static func float(_ name: String, operands: Int = 2, _ traits: Traits = []) -> OpInfo {
    OpInfo(
      name, operands: operands...operands, traits: [.pure, .elementwise, traits],
      rules: .elementwise(.float))
  }

  /// `%r = arith.extsi %a : from to to`
  static func conversion(
    _ name: String, _ from: ElementKind, _ to: ElementKind, _ width: WidthRule = .any
  ) -> OpInfo {
    OpInfo(
      name, operands: 1...1, traits: [.pure, .elementwise],
      rules: .conversion(from: from, to: to, width))
  }
}

/// The kinds of elements that an operation takes.
public struct ElementKind: OptionSet, Hashable, Sendable {
  /// One bit a kind.
  public let rawValue: UInt8
  /// The kinds that `rawValue` has a bit for.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Integers and truth values.
  public static let integer = ElementKind(rawValue: 1)
  /// Floats of any width.
  public static let float = ElementKind(rawValue: 2)
  /// Addresses.
  public static let pointer = ElementKind(rawValue: 4)
  /// Everything that one can compute with.
  public static let number: ElementKind = [.integer, .float]
  /// Everything.
  public static let any: ElementKind = [.integer, .float, .pointer]

  /// The kind that `element` is of.
  public init(of element: ElementType) {
    self = element.isPointer ? .pointer : element.isInteger ? .integer : .float
  }

  /// The kind in words, for messages.
  public var words: String {
    var parts: [String] = []
    if contains(.integer) { parts.append("integer") }
    if contains(.float) { parts.append("float") }
    if contains(.pointer) { parts.append("pointer") }
    return parts.joined(separator: " or ")
  }
}
