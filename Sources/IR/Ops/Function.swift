/// `tt.func public @name(%a: type {attributes}, …) -> results attributes {…} { … }`
///
/// A kernel if it is public, else a function that kernels call.
public struct Function: Operation {
  public static let opcode = Opcode.function
  public static let nameAttribute = "sym_name"
  public static let visibilityAttribute = "sym_visibility"
  public static let typeAttribute = "function_type"
  public static let parameterAttributesAttribute = "arg_attrs"
  public static let noInlineAttribute = "noinline"

  public static let info = OpInfo(
    "tt.func", operands: 0...0, results: 0...0, regions: 1...1, traits: .isolated,
    attributes: [
      .required(nameAttribute, .string), .required(typeAttribute, .functionType),
      .optional(visibilityAttribute, .string), .optional(parameterAttributesAttribute, .array),
      .optional(noInlineAttribute, .bool),
    ], declaredBy: Function.self)

  public var name: String
  public var type: FunctionType
  /// `public` or `private`; public where the text says nothing.
  public var visibility: String?
  /// One list per parameter, or none at all.
  public var parameterAttributes: [AttributeList]
  /// Calls of this function stay calls.
  public var isNoInline: Bool

  public var isPublic: Bool { visibility != "private" }

  public init(
    name: String, type: FunctionType, visibility: String? = "public",
    parameterAttributes: [AttributeList] = [], isNoInline: Bool = false
  ) {
    self.name = name
    self.type = type
    self.visibility = visibility
    self.parameterAttributes = parameterAttributes
    self.isNoInline = isNoInline
  }

  public init(reading op: OpID, of module: borrowing Module) {
    name = module.string(Self.nameAttribute, of: op)
    if case .functionType(let type)? = module.attribute(Self.typeAttribute, of: op) {
      self.type = type
    } else {
      type = FunctionType(parameters: [])
    }
    visibility = module.attribute(Self.visibilityAttribute, of: op)?.stringValue
    isNoInline = module.bool(Self.noInlineAttribute, of: op)
    parameterAttributes = []
    if case .array(let lists)? = module.attribute(Self.parameterAttributesAttribute, of: op) {
      parameterAttributes = lists.map { entry in
        if case .dictionary(let list) = entry { list } else { .empty }
      }
    }
  }

  public var draft: OpDraft {
    OpDraft(
      .function,
      attributes: [
        Self.nameAttribute: .string(name), Self.typeAttribute: .functionType(type),
        Self.visibilityAttribute: visibility.map { .string($0) },
        Self.parameterAttributesAttribute: parameterAttributes.allSatisfy(\.isEmpty)
          ? nil : .array(parameterAttributes.map { .dictionary($0) }),
        Self.noInlineAttribute: .bool(isNoInline),
      ], regions: 1)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    if let visibility, visibility != "public", visibility != "private" {
      report("visibility of @\(name) is '\(visibility)', expected public or private")
    }
    verifyParameterAttributes(op, in: module, report: report)
    guard let entry = module.firstBlock(of: module.region(0, of: op)) else {
      if isPublic { report("function @\(name) has no body") }
      return
    }
    let found = module.parameters(of: entry).map { module.type(of: $0) }
    if found != type.parameters {
      report("entry block of @\(name) takes \(found.listed), expected \(type.parameters.listed)")
    }
  }

  private func verifyParameterAttributes(
    _ op: OpID, in module: borrowing Module, report: (String) -> Void
  ) {
    guard
      case .array(let lists)? = module.attribute(Self.parameterAttributesAttribute, of: op),
      !lists.isEmpty
    else { return }
    if lists.count != type.parameters.count {
      let expected = type.parameters.count
      report("attributes are given for \(lists.count) parameters, expected \(expected)")
    }
    for entry in lists {
      if case .dictionary = entry { continue }
      report("attributes of a parameter are \(entry.text), expected {…}")
    }
  }
}
