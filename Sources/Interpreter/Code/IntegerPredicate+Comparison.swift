import Arithmetic
import IR

extension IntegerPredicate {
  init(_ predicate: CompareInteger.Predicate) {
    switch predicate {
    case .eq: self = .equal
    case .ne: self = .notEqual
    case .slt: self = .signedLess
    case .sle: self = .signedLessOrEqual
    case .sgt: self = .signedGreater
    case .sge: self = .signedGreaterOrEqual
    case .ult: self = .unsignedLess
    case .ule: self = .unsignedLessOrEqual
    case .ugt: self = .unsignedGreater
    case .uge: self = .unsignedGreaterOrEqual
    }
  }
}
