import IR

/// A comparison of two numbers, element by element; false for a NaN, but `notEqual` is true.
public enum ComparisonOperator: Hashable, Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// The comparison in messages.
  public var name: String {
    switch self {
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  /// The comparison of floats.
  var floatPredicate: CompareFloat.Predicate {
    switch self {
    case .equal: .oeq
    case .notEqual: .une
    case .less: .olt
    case .lessOrEqual: .ole
    case .greater: .ogt
    case .greaterOrEqual: .oge
    }
  }

  /// The comparison of integers with or without sign.
  func integerPredicate(isUnsigned: Bool) -> CompareInteger.Predicate {
    switch self {
    case .equal: .eq
    case .notEqual: .ne
    case .less: isUnsigned ? .ult : .slt
    case .lessOrEqual: isUnsigned ? .ule : .sle
    case .greater: isUnsigned ? .ugt : .sgt
    case .greaterOrEqual: isUnsigned ? .uge : .sge
    }
  }
}
