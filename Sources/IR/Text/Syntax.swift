/// How an operation is written.
///
/// What is regular is declared once, as a `Format`, for the parser and the printer; the other
/// operations have a function each in both, side by side in one file.
enum Syntax: Sendable {
  case format(Format)
  /// `"tt.reduce"(…) <{…}> ({…}) : (…) -> …`: operations that have no form of their own.
  case generic
  case module, function
  case constant, select
  case dotScaled, inlineAssembly, print
  case loop, conditional, whileLoop
  case branch, conditionalBranch
  case warpSpecialize

  /// A type whose name is left out in some places: `<f32>` for `!tt.ptr<f32>`.
  enum ShortType: Sendable { case pointer, descriptor }
}

/// The parts of an operation's text behind its name, in order.
struct Format: Sendable {
  let elements: [Element]
  /// The types that the text leaves out, in the order in which they can be found.
  let inferences: [Inference]
  /// The groups of operands of the text in the order in which the operation has them; empty if
  /// that is the order of the text.
  let groupOrder: [Int]

  enum Element: Sendable {
    /// A word or a sign that always stands there.
    case word(StaticString), sign(Token.Kind)
    /// `%x`
    case operand
    /// `%x` of a type that the text does not say.
    case typedOperand(Type)
    /// `, %x`, if there is such an operand.
    case optionalOperand
    /// `%x, %y`, maybe none.
    case operands
    /// `[%x, %y]`, called so in messages, all of this type.
    case list(String, Type)
    /// A word that says which case of an enumeration an attribute is.
    case keyword(String, any KeywordAttribute.Type, ScalarType)
    /// `, name = word`; left out with the attribute.
    case clause(StaticString, attribute: String, any KeywordAttribute.Type)
    /// ` name = word` in any order.
    case options([Option])
    /// A word that is there with an attribute without value.
    case flag(StaticString)
    /// `fastmath<…>`, left out with the attribute.
    case arithmeticFlags(ArithmeticFlags)
    case string(String)
    case symbol(String)
    /// `{…}` with the attributes that stand nowhere else.
    case attributes
    /// The type of one operand or result.
    case type(Slot, short: Syntax.ShortType? = nil)
    /// ` : types` of all operands whose type is not known; left out if there are none.
    case operandTypes
    /// `(types) -> types` of all operands and results.
    case functionType
  }

  struct Option: Sendable {
    let word: StaticString
    let attribute: String
    let keyword: any KeywordAttribute.Type
  }

  /// An operand or a result by its position.
  enum Slot: Hashable, Sendable {
    case operand(Int), result(Int)
  }

  /// The type of `slot` follows from that of `source`.
  struct Inference: Sendable {
    let slot: Slot
    let source: Slot
    let rule: TypeRule
  }

  init(
    _ elements: [Element], infer inferences: [Inference] = [], groupOrder: [Int] = []
  ) {
    self.elements = elements
    self.inferences = inferences
    self.groupOrder = groupOrder
  }
}

extension Format.Inference {
  static func same(_ slot: Format.Slot, as source: Format.Slot) -> Format.Inference {
    Format.Inference(slot: slot, source: source, rule: .same)
  }

  static func rule(
    _ rule: TypeRule, _ slot: Format.Slot, from source: Format.Slot
  ) -> Format.Inference {
    Format.Inference(slot: slot, source: source, rule: rule)
  }
}

/// How a type follows from another.
enum TypeRule: Sendable {
  case same
  /// `i1` in the same shape.
  case truth
  /// What a pointer points to.
  case pointee
  /// One for each element that a pointer points to, `i1`.
  case mask
  /// One element.
  case scalar
  /// A pointer to the elements of a tile that a pointer points to.
  case base

  func apply(to type: Type) -> Type? {
    switch self {
    case .same: type
    case .truth: type.element == nil ? nil : type.with(element: .i1)
    case .pointee: type.pointedTo
    case .mask: type.pointedTo.map { $0.with(element: .i1) }
    case .scalar: type.isTensor ? type.scalarized : nil
    case .base: type.blockElementPointer
    }
  }

  /// What the other type must be, in words.
  var requirement: String {
    switch self {
    case .same: "a type"
    case .truth: "numbers or pointers"
    case .pointee, .mask: "pointers"
    case .scalar: "a tensor"
    case .base: "a pointer to a tensor"
    }
  }
}

extension Type {
  /// The type of a pointer to one of the elements that this pointer to a tensor points to.
  fileprivate var blockElementPointer: Type? {
    guard case .blockPointer(_, let element, let space) = self else { return nil }
    switch element {
    case .scalar(let scalar):
      return .element(.pointer(PointerType(to: scalar, addressSpace: space)))
    case .pointer(let pointer):
      guard pointer.levels < PointerType.maximumLevels else { return nil }
      return .element(
        .pointer(
          PointerType(to: pointer.pointee, levels: pointer.levels + 1, addressSpace: space)))
    }
  }
}
