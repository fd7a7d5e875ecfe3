import Arithmetic
import IR

extension CompareFloat.Predicate {
  /// The same predicate in the words of `Arithmetic`.
  var arithmetic: FloatPredicate {
    switch self {
    case .alwaysFalse: .alwaysFalse
    case .oeq: .equal
    case .ogt: .greater
    case .oge: .greaterOrEqual
    case .olt: .less
    case .ole: .lessOrEqual
    case .one: .notEqual
    case .ord: .ordered
    case .ueq: .equalOrUnordered
    case .ugt: .greaterOrUnordered
    case .uge: .greaterOrEqualOrUnordered
    case .ult: .lessOrUnordered
    case .ule: .lessOrEqualOrUnordered
    case .une: .notEqualOrUnordered
    case .uno: .unordered
    case .alwaysTrue: .alwaysTrue
    }
  }

  /// The predicate that holds where this one does not: for each of less, equal, greater and
  /// unordered.
  var inverse: Self {
    switch self {
    case .alwaysFalse: .alwaysTrue
    case .oeq: .une
    case .ogt: .ule
    case .oge: .ult
    case .olt: .uge
    case .ole: .ugt
    case .one: .ueq
    case .ord: .uno
    case .ueq: .one
    case .ugt: .ole
    case .uge: .olt
    case .ult: .oge
    case .ule: .ogt
    case .une: .oeq
    case .uno: .ord
    case .alwaysTrue: .alwaysFalse
    }
  }

  /// The predicate that holds for the operands in opposite order.
  var swapped: Self {
    switch self {
    case .ogt: .olt
    case .oge: .ole
    case .olt: .ogt
    case .ole: .oge
    case .ugt: .ult
    case .uge: .ule
    case .ult: .ugt
    case .ule: .uge
    case .alwaysFalse, .oeq, .one, .ord, .ueq, .une, .uno, .alwaysTrue: self
    }
  }

  /// What it says of a value and itself, if that does not depend on the value being NaN.
  var ofEqualOperands: Bool? {
    switch self {
    case .alwaysTrue, .ueq, .uge, .ule: true
    case .alwaysFalse, .one, .ogt, .olt: false
    case .oeq, .oge, .ole, .ord, .une, .ugt, .ult, .uno: nil
    }
  }
}
