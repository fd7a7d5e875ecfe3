extension OpInfo {
  /// What passes may do with an operation.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// One bit a trait.
    public let rawValue: UInt16
    /// The traits that `rawValue` has a bit for.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Has no effect besides its results; may be removed, repeated and moved.
    public static let pure = Traits(rawValue: 1 << 0)
    /// Computes each element of the result from the same element of the operands.
    public static let elementwise = Traits(rawValue: 1 << 1)
    /// Gives the same result when its first two operands change places.
    public static let commutative = Traits(rawValue: 1 << 2)
    /// Ends a block.
    public static let terminator = Traits(rawValue: 1 << 3)
    /// Reads memory, so that it may not move over a write.
    public static let readsMemory = Traits(rawValue: 1 << 4)
    /// Writes memory or does something else that can be seen; is never removed.
    public static let hasEffects = Traits(rawValue: 1 << 5)
    /// Its effects are those of its regions and no others.
    public static let hasRecursiveEffects = Traits(rawValue: 1 << 6)
    /// Its regions see no values from outside.
    public static let isolated = Traits(rawValue: 1 << 7)
    /// Goes on in other blocks of its region.
    public static let hasSuccessors = Traits(rawValue: 1 << 8)
    /// Its operands fall into groups whose sizes `operandSegmentSizes` gives.
    public static let hasOperandSegments = Traits(rawValue: 1 << 9)
  }
}
