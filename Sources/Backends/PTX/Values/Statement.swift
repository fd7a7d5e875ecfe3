/// A line of a function's body.
package enum Statement: Hashable, Sendable {
  /// An operation of the machine.
  case instruction(Instruction)
  /// A place that branches name.
  case label(Label)
  /// Advice to the assembler, such as `nounroll` (PTX ISA 11.3.9).
  case pragma(String)
}
