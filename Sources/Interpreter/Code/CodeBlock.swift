import IR

/// A block, decoded once for all its executions.
struct CodeBlock: Sendable {
  /// The slots of the parameters.
  var parameters: [Int] = []
  var instructions: [Instruction] = []
  var terminator = Terminator.pass([])
  /// The terminator's own operation.
  var end: OpID?
}

/// How a block ends.
enum Terminator: Sendable {
  /// The region or function ends with the values in these slots.
  case pass([Int])
  /// A `scf.condition`: whether to go on, and with what.
  case condition(Int, [Int])
  case jump(Jump)
  case conditionalJump(Int, whenTrue: Jump, whenFalse: Jump)
}

/// Where execution goes on, and with what.
struct Jump: Sendable {
  let block: Int
  let arguments: [Int]
}
