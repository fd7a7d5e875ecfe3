/// `%r = tt.call @callee(%arguments) : (types) -> types`
public struct Call: Operation {
  public static let opcode = Opcode.call
  public static let calleeAttribute = "callee"
  public static let info = OpInfo(
    "tt.call", operands: OpInfo.any, results: OpInfo.any, traits: .hasEffects,
    attributes: [.required(calleeAttribute, .symbol)], declaredBy: Call.self)

  public var callee: String
  public var arguments: [ValueID]
  public var types: [Type]

  public init(callee: String, arguments: [ValueID], types: [Type]) {
    (self.callee, self.arguments, self.types) = (callee, arguments, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    callee = module.string(Self.calleeAttribute, of: op)
    arguments = module.operands(of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  public var draft: OpDraft {
    OpDraft(
      .call, operands: arguments, results: types,
      attributes: [Self.calleeAttribute: .symbol(callee)])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    guard let target = module.function(named: callee),
      let function = module.view(target, as: Function.self)
    else { return report("no function is called @\(callee)") }
    let passed = arguments.map { module.type(of: $0) }
    if passed != function.type.parameters {
      report("passes \(passed.listed) to @\(callee), expected \(function.type.parameters.listed)")
    }
    if types != function.type.results {
      report("takes \(types.listed) from @\(callee), expected \(function.type.results.listed)")
    }
  }
}
