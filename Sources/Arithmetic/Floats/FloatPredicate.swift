/// A comparison of two floats.
///
/// The raw value says for which relations it holds: bit 0 equal, bit 1 greater, bit 2 less, bit 3
/// unordered (one is NaN). Predicates named `…OrUnordered` also hold for NaN.
public enum FloatPredicate: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  case alwaysFalse, equal, greater, greaterOrEqual
  case less, lessOrEqual, notEqual, ordered
  case unordered, equalOrUnordered, greaterOrUnordered, greaterOrEqualOrUnordered
  case lessOrUnordered, lessOrEqualOrUnordered, notEqualOrUnordered, alwaysTrue
}

extension FloatPredicate {
  /// The predicate of that name in MLIR's `arith.cmpf`, such as `oeq` or `une`.
  public init?(mlirName: some StringProtocol) {
    guard let index = Self.mlirNames.firstIndex(where: { $0 == mlirName }) else { return nil }
    self = Self.allCases[index]
  }

  /// The name in MLIR's `arith.cmpf`.
  public var mlirName: String { Self.mlirNames[Int(rawValue)] }

  private static let mlirNames = [
    "false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord",
    "uno", "ueq", "ugt", "uge", "ult", "ule", "une", "true",
  ]
}
