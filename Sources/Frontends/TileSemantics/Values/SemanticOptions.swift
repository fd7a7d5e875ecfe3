import IR

/// What a program leaves open and the target or the user decides.
public struct SemanticOptions: Hashable, Sendable {
  /// With which precision a dot multiplies `f32` elements if the program does not say.
  public var inputPrecision = InputPrecision.tf32
  /// After how many elements the partial sums of a dot of 8-bit floats are added up exactly if the
  /// program does not say; the default is never, as on Hopper.
  public var maximumImpreciseAccumulations = 1 << 30
  /// Assertions are checked when the program runs; without it they leave no trace.
  public var checksAssertions = true

  /// The defaults.
  public init() {}
}
