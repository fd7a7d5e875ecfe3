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
    if let parent = module.parent(of: op), module.opcode(of: parent) != .while {
      report("must stand directly in an scf.while")
    }
  }
}
