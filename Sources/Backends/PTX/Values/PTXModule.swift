/// A unit of PTX: what an assembler takes.
package struct PTXModule: Hashable, Sendable {
  /// The version of the language that it is written in.
  package var version: PTXVersion
  /// The architecture that it is for.
  package var target: PTXTarget
  /// Paths of the source files that locations name; the text numbers them from 1.
  package var files: [String]
  /// Memory that all functions share, in the order of declaration.
  package var variables: [Variable]
  /// Its functions, each after those that it calls.
  package var functions: [PTXFunction]

  /// A module for `target`.
  package init(
    version: PTXVersion, target: PTXTarget, files: [String] = [], variables: [Variable] = [],
    functions: [PTXFunction] = []
  ) {
    self.version = version
    self.target = target
    self.files = files
    self.variables = variables
    self.functions = functions
  }
}
