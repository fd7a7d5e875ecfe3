/// `%r = arith.select %condition, %true, %false : type`
///
/// The condition is one `i1`, or a tile of them, one for each element.
public struct Select: Operation {
  public static let opcode = Opcode.select
  public static let info = OpInfo(
    "arith.select", operands: 3...3, traits: [.pure, .elementwise], declaredBy: Select.self)

  public var condition, whenTrue, whenFalse: ValueID
  public var type: Type

  public init(condition: ValueID, whenTrue: ValueID, whenFalse: ValueID, type: Type) {
    (self.condition, self.whenTrue, self.whenFalse) = (condition, whenTrue, whenFalse)
    self.type = type
  }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
    whenTrue = module.operand(1, of: op)
    whenFalse = module.operand(2, of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.select, operands: [condition, whenTrue, whenFalse], results: [type])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let conditionType = module.type(of: condition)
    let perElement: Type? = type.element == nil ? nil : type.with(element: .i1)
    if conditionType != .i1, conditionType != perElement {
      report("condition has type \(conditionType), expected \(perElement ?? .i1)")
    }
    for value in [whenTrue, whenFalse] where module.type(of: value) != type {
      report("operand has type \(module.type(of: value)), expected \(type)")
    }
  }
}
