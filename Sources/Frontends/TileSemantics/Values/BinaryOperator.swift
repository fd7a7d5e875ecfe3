import IR

/// An operation on two numbers, element by element.
public enum BinaryOperator: Hashable, Sendable {
  case add, subtract, multiply
  /// True division: of integers too the result is a float.
  case divide
  /// Division of integers towards zero.
  case floorDivide
  /// What division towards zero leaves; for floats, C's `fmod`.
  case remainder
  case and, or, xor
  /// Shifts; to the right with the sign if the left operand has one.
  case shiftLeft, shiftRight
  /// The smaller operand, and what to do with a NaN.
  case minimum(NaNPropagation)
  /// The larger operand, and what to do with a NaN.
  case maximum(NaNPropagation)

  /// The operation in messages.
  public var name: String {
    switch self {
    case .add: "add"
    case .subtract: "subtract"
    case .multiply: "multiply"
    case .divide: "divide"
    case .floorDivide: "floor-divide"
    case .remainder: "remainder"
    case .and: "and"
    case .or: "or"
    case .xor: "xor"
    case .shiftLeft: "shift left"
    case .shiftRight: "shift right"
    case .minimum: "minimum"
    case .maximum: "maximum"
    }
  }
}
