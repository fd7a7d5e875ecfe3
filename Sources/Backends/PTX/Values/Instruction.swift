/// One operation of the machine: what it does, on what, for which threads and from which line.
package struct Instruction: Hashable, Sendable {
  /// A predicate that decides which threads execute an instruction, `@%p1` or `@!%p1`.
  package struct Guard: Hashable, Sendable, BitwiseCopyable {
    /// The predicate.
    package var predicate: Register
    /// The threads in which the predicate is false execute the instruction.
    package var isNegated: Bool

    /// The threads in which `predicate` is true or, if negated, false.
    package init(_ predicate: Register, isNegated: Bool = false) {
      (self.predicate, self.isNegated) = (predicate, isNegated)
    }
  }

  /// Which threads execute it; all if absent.
  package var condition: Guard?
  /// What it does.
  package var opcode: PTXOpcode
  /// What it works on, in the order of the text: results first.
  package var operands: [Operand]
  /// The line of the kernel that it comes from.
  package var location: SourceLocation?

  /// `opcode` on `operands`, executed by the threads that satisfy `condition`.
  package init(
    _ opcode: PTXOpcode, _ operands: [Operand] = [], if condition: Guard? = nil,
    at location: SourceLocation? = nil
  ) {
    self.condition = condition
    self.opcode = opcode
    self.operands = operands
    self.location = location
  }
}
