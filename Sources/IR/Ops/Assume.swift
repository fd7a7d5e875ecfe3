/// `llvm.intr.assume %condition : i1`
///
/// Promises that the condition holds.
public struct Assume: Operation {
  public static let opcode = Opcode.assume
  public static let info = OpInfo(
    "llvm.intr.assume", operands: 1...1, results: 0...0, traits: .hasEffects,
    declaredBy: Assume.self)

  public var condition: ValueID

  public init(condition: ValueID) { self.condition = condition }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
  }

  public var draft: OpDraft { OpDraft(.assume, operands: [condition]) }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let type = module.type(of: condition)
    if type != .i1 { report("condition has type \(type), expected i1") }
  }
}
