import Support

/// What one assembler says against one module.
package struct AssemblyProblem: Hashable, Sendable, CustomStringConvertible {
  /// The name of the `AssemblyInput`.
  package var input: String
  /// The version of the assembler.
  package var version: String
  /// What it says, at its place in the PTX.
  package var diagnostic: Diagnostic

  /// `file:line: error: words (ptxas version)`.
  package var description: String { "\(diagnostic) (ptxas \(version))" }
}
