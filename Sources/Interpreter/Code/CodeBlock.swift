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
