import IR

/// How a block ends.
enum Terminator: Sendable {
  /// The region or function ends with the values in these slots.
  case pass([Int])
  /// A `scf.condition`: whether to go on, and with what.
  case condition(Int, [Int])
  case jump(Jump)
  case conditionalJump(Int, whenTrue: Jump, whenFalse: Jump)
}

extension Terminator {
  init(_ op: OpID, _ module: borrowing Module) {
    let slots = { (values: [ValueID]) in values.map { Int($0.index) } }
    if let branch = module.view(op, as: Branch.self) {
      self = .jump(Jump(block: Int(branch.target.index), arguments: slots(branch.arguments)))
    } else if let branch = module.view(op, as: ConditionalBranch.self) {
      self = .conditionalJump(
        Int(branch.condition.index),
        whenTrue: Jump(
          block: Int(branch.whenTrue.index), arguments: slots(branch.trueArguments)),
        whenFalse: Jump(
          block: Int(branch.whenFalse.index), arguments: slots(branch.falseArguments)))
    } else if let condition = module.view(op, as: Condition.self) {
      self = .condition(Int(condition.condition.index), slots(condition.values))
    } else {
      self = .pass(slots(module.operands(of: op)))
    }
  }
}
