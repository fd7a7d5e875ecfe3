/// A kernel, or a function that kernels call (PTX ISA 11.1, 7).
package struct PTXFunction: Hashable, Sendable {
  /// Who calls a function.
  package enum Kind: String, Hashable, Sendable {
    /// The host: a kernel.
    case entry
    /// Other functions of the device.
    case function = "func"
  }

  /// What a function consists of; a declaration has none.
  package struct Body: Hashable, Sendable {
    /// How many registers of each class it uses.
    package var registers: RegisterCounts
    /// Its memory with names, among it the parameters of the calls it makes.
    package var variables: [Variable]
    /// What it does.
    package var statements: [Statement]

    /// A body of `statements`.
    package init(
      registers: RegisterCounts = RegisterCounts(), variables: [Variable] = [],
      statements: [Statement] = []
    ) {
      self.registers = registers
      self.variables = variables
      self.statements = statements
    }
  }

  /// Who calls it.
  package var kind: Kind
  /// Who can see it.
  package var linkage: Linkage
  /// What calls and launches name.
  package var name: String
  /// What it returns; a kernel returns nothing.
  package var results: [Parameter]
  /// What it takes.
  package var parameters: [Parameter]
  /// What it promises and asks for.
  package var directives: PerformanceDirectives
  /// What it consists of; absent if another module or the driver defines it.
  package var body: Body?

  /// A function called `name`.
  package init(
    _ kind: Kind, _ name: String, linkage: Linkage = .visible, results: [Parameter] = [],
    parameters: [Parameter] = [], directives: PerformanceDirectives = PerformanceDirectives(),
    body: Body? = nil
  ) {
    self.kind = kind
    self.linkage = linkage
    self.name = name
    self.results = results
    self.parameters = parameters
    self.directives = directives
    self.body = body
  }
}
