import IR

extension CompareInteger.Predicate {
  /// The predicate that holds where this one does not.
  var inverse: Self {
    switch self {
    case .eq: .ne
    case .ne: .eq
    case .slt: .sge
    case .sle: .sgt
    case .sgt: .sle
    case .sge: .slt
    case .ult: .uge
    case .ule: .ugt
    case .ugt: .ule
    case .uge: .ult
    }
  }

  /// The predicate that holds for the operands in opposite order.
  var swapped: Self {
    switch self {
    case .eq, .ne: self
    case .slt: .sgt
    case .sle: .sge
    case .sgt: .slt
    case .sge: .sle
    case .ult: .ugt
    case .ule: .uge
    case .ugt: .ult
    case .uge: .ule
    }
  }

  /// It compares numbers without sign.
  var isUnsigned: Bool {
    switch self {
    case .ult, .ule, .ugt, .uge: true
    case .eq, .ne, .slt, .sle, .sgt, .sge: false
    }
  }

  /// What it says of a value and itself.
  var ofEqualOperands: Bool {
    switch self {
    case .eq, .sle, .sge, .ule, .uge: true
    case .ne, .slt, .sgt, .ult, .ugt: false
    }
  }
}
