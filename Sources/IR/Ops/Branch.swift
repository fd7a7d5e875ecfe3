/// `cf.br ^block(%arguments : types)`
public struct Branch: Operation {
  public static let opcode = Opcode.branch
  public static let info = OpInfo(
    "cf.br", operands: OpInfo.any, results: 0...0, traits: [.terminator, .hasSuccessors],
    declaredBy: Branch.self)

  public var target: BlockID
  public var arguments: [ValueID]

  public init(to target: BlockID, arguments: [ValueID] = []) {
    (self.target, self.arguments) = (target, arguments)
  }

  public init(reading op: OpID, of module: borrowing Module) {
    target = module.successors(of: op).first ?? BlockID(index: 0)
    arguments = module.operands(of: op)
  }

  public var draft: OpDraft {
    OpDraft(.branch, operands: arguments, successors: [target])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let count = module.successors(of: op).count
    guard count == 1 else { return report("has \(count) successors, expected 1") }
    module.verifyJump(to: target, with: arguments, report: report)
  }
}

extension Module {
  /// Reports arguments that do not fit the parameters of the block they are passed to.
  func verifyJump(to target: BlockID, with arguments: [ValueID], report: (String) -> Void) {
    let expected = parameters(of: target).map { type(of: $0) }
    let found = arguments.map { type(of: $0) }
    if found != expected { report("passes \(found.listed), expected \(expected.listed)") }
  }
}
