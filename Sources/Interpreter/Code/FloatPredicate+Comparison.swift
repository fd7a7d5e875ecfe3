import Arithmetic
import IR

extension FloatPredicate {
  init(_ predicate: CompareFloat.Predicate) {
    switch predicate {
    case .alwaysFalse: self = .alwaysFalse
    case .oeq: self = .equal
    case .ogt: self = .greater
    case .oge: self = .greaterOrEqual
    case .olt: self = .less
    case .ole: self = .lessOrEqual
    case .one: self = .notEqual
    case .ord: self = .ordered
    case .ueq: self = .equalOrUnordered
    case .ugt: self = .greaterOrUnordered
    case .uge: self = .greaterOrEqualOrUnordered
    case .ult: self = .lessOrUnordered
    case .ule: self = .lessOrEqualOrUnordered
    case .une: self = .notEqualOrUnordered
    case .uno: self = .unordered
    case .alwaysTrue: self = .alwaysTrue
    }
  }
}
