/// `scf.condition(%condition) %values : types`
public struct Condition: Operation {
  public static let opcode = Opcode.condition
  public static let info = OpInfo(
    "scf.condition", operands: 1...Int(UInt16.max), results: 0...0, traits: .terminator,
    declaredBy: Condition.self)

  public var condition: ValueID
  public var values: [ValueID]

  public init(condition: ValueID, values: [ValueID]) {
    (self.condition, self.values) = (condition, values)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
    values = Array(module.operands(of: op).dropFirst())
  }

  public var draft: OpDraft { OpDraft(.condition, operands: [condition] + values) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let type = module.type(of: condition)
    if type != .i1 { report("condition has type \(type), expected i1") }
    guard let block = module.block(of: op) else { return }
    let parent = module.parent(of: block)
    guard module.opcode(of: parent) == .while, module.position(ofRegionWith: block) == 0 else {
      return report("must stand directly in the first region of an scf.while")
    }
    let found = values.map { module.type(of: $0) }
    let expected = module.results(of: parent).map { module.type(of: $0) }
    if found != expected { report("passes \(found.listed), expected \(expected.listed)") }
  }
}
