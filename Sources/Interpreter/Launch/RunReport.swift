import Support

/// What a launch did besides changing memory.
public struct RunReport: Sendable {
  /// What the programs printed, a line for each element.
  public var printed: [String] = []
  /// What the checks found, once for each kind and operation.
  public var findings: [Diagnostic] = []
  /// How much was done.
  public var counters = Counters()

  /// How much a launch did.
  public struct Counters: Hashable, Sendable {
    /// Programs of the grid.
    public var programs = 0
    /// Operations executed, those in regions once for each time.
    public var operations = 0
    /// Elements read from memory by loads.
    public var loadedElements = 0
    /// Elements written to memory by stores.
    public var storedElements = 0
    /// Elements updated by atomic operations.
    public var atomicElements = 0
    /// Elements outside of every buffer that were neither read nor written; 0 where bounds are
    /// checked.
    public var ignoredElements = 0

    public init() {}
  }

  public init() {}
}
