/// What an assembler is asked for beside the machine.
package struct AssemblyOptions: Hashable, Sendable {
  /// How much the assembler optimizes, from 0 to 3.
  package var optimizationLevel: Int
  /// The code carries the lines of the PTX, and of the source where the PTX names it.
  package var keepsLines: Bool
  /// Warnings, spilled registers and notes about repaired or serialized code are errors.
  package var isStrict: Bool

  /// Full optimization, lenient, unless something else is said.
  package init(optimizationLevel: Int = 3, keepsLines: Bool = false, isStrict: Bool = false) {
    precondition((0...3).contains(optimizationLevel), "levels of optimization are 0 to 3")
    (self.optimizationLevel, self.keepsLines) = (optimizationLevel, keepsLines)
    self.isStrict = isStrict
  }

  /// The flags that `ptxas` and nvJitLink share.
  var flags: [String] { ["-O\(optimizationLevel)"] + (keepsLines ? ["-lineinfo"] : []) }
}
