/// `%r = scf.if %condition -> (types) { … } else { … }`
public struct If: Operation {
  public static let opcode = Opcode.if
  public static let info = OpInfo(
    "scf.if", operands: 1...1, results: OpInfo.any, regions: 2...2, traits: .hasRecursiveEffects,
    declaredBy: If.self)

  public var condition: ValueID
  public var types: [Type]

  public init(condition: ValueID, types: [Type]) {
    (self.condition, self.types) = (condition, types)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
    types = module.results(of: op).map { module.type(of: $0) }
  }

  /// The second region may stay empty if there are no results.
  public var draft: OpDraft {
    OpDraft(.if, operands: [condition], results: types, regions: 2)
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let type = module.type(of: condition)
    if type != .i1 { report("condition has type \(type), expected i1") }
    if module.isEmpty(module.region(0, of: op)) { return report("region has no block") }
    if module.isEmpty(module.region(1, of: op)), !types.isEmpty {
      report("yields \(types.listed) but has no else region")
    }
    for region in module.regions(of: op) {
      guard let block = module.firstBlock(of: region) else { continue }
      let parameters = module.parameters(of: block).map { module.type(of: $0) }
      if !parameters.isEmpty { report("region takes \(parameters.listed), expected ()") }
    }
  }
}
