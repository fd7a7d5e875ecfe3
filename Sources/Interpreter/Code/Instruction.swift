import IR

/// One operation, decoded once for all its executions.
struct Instruction: Sendable {
  let op: OpID
  let action: Action
  /// The slots of the operands.
  let operands: [Int]
  /// The slot of the first result; the others follow it.
  let result: Int
}
