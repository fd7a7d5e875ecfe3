/// `cf.cond_br %condition, ^yes(%arguments : types), ^no(%arguments : types)`
public struct ConditionalBranch: Operation {
  public static let opcode = Opcode.conditionalBranch
  public static let info = OpInfo(
    "cf.cond_br", operands: 1...Int(UInt16.max), results: 0...0,
    traits: [.terminator, .hasSuccessors, .hasOperandSegments],
    attributes: [.required(OpInfo.segmentsName, .i32Array)], declaredBy: ConditionalBranch.self)

  public var condition: ValueID
  public var whenTrue, whenFalse: BlockID
  public var trueArguments, falseArguments: [ValueID]

  public init(
    condition: ValueID, whenTrue: BlockID, trueArguments: [ValueID] = [], whenFalse: BlockID,
    falseArguments: [ValueID] = []
  ) {
    self.condition = condition
    (self.whenTrue, self.trueArguments) = (whenTrue, trueArguments)
    (self.whenFalse, self.falseArguments) = (whenFalse, falseArguments)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    condition = module.operand(0, of: op)
    whenTrue = module.successors(of: op).first ?? BlockID(index: 0)
    whenFalse = module.successors(of: op).last ?? BlockID(index: 0)
    trueArguments = module.operands(inSegment: 1, of: op)
    falseArguments = module.operands(inSegment: 2, of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .conditionalBranch, operands: [condition] + trueArguments + falseArguments,
      attributes: [
        OpInfo.segmentsName: OpInfo.segments(1, trueArguments.count, falseArguments.count)
      ], successors: [whenTrue, whenFalse])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let count = module.successors(of: op).count
    guard count == 2 else { return report("has \(count) successors, expected 2") }
    let type = module.type(of: condition)
    if type != .i1 { report("condition has type \(type), expected i1") }
    module.verifyJump(to: whenTrue, with: trueArguments, report: report)
    module.verifyJump(to: whenFalse, with: falseArguments, report: report)
  }
}
