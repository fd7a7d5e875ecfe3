import Arithmetic
import IR

extension Module {
  /// `x < x -> false`, `c < x -> x > c`, `b != false -> b`, `range(0, 64) < 64 -> true`
  func simplifyIntegerComparison(_ op: OpID) -> Replacement? {
    guard var comparison = view(op, as: CompareInteger.self) else { return nil }
    let operands = BinaryOperands(of: op, in: self)
    if operands.lhs == operands.rhs {
      return .truth(comparison.predicate.ofEqualOperands, comparison.type)
    }
    if constant(operands.lhs) != nil, constant(operands.rhs) == nil {
      comparison.predicate = comparison.predicate.swapped
      (comparison.lhs, comparison.rhs) = (operands.rhs, operands.lhs)
      return .operation(comparison)
    }
    return comparisonOfTruth(comparison.predicate, operands)
      ?? decided(comparison, width: operands.width)
  }

  /// `b == true -> b`, `b != false -> b`
  private func comparisonOfTruth(
    _ predicate: CompareInteger.Predicate, _ operands: BinaryOperands
  ) -> Replacement? {
    guard operands.width == 1, let right = operands.right else { return nil }
    let isValueItself = (predicate == .eq && right == 1) || (predicate == .ne && right == 0)
    return isValueItself ? .value(operands.lhs) : nil
  }

  /// The result where the bounds of the operands leave only one.
  private func decided(_ comparison: CompareInteger, width: Int) -> Replacement? {
    guard let left = IntegerBounds(of: comparison.lhs, in: self),
      let right = IntegerBounds(of: comparison.rhs, in: self),
      let truth = left.decides(comparison.predicate, against: right, width: width)
    else { return nil }
    return .truth(truth, comparison.type)
  }

  /// `x < x -> false` where NaN gives the same, `c < x -> x > c`
  func simplifyFloatComparison(_ op: OpID) -> Replacement? {
    guard var comparison = view(op, as: CompareFloat.self) else { return nil }
    switch comparison.predicate {
    case .alwaysTrue: return .truth(true, comparison.type)
    case .alwaysFalse: return .truth(false, comparison.type)
    default: break
    }
    if comparison.lhs == comparison.rhs {
      return comparison.predicate.ofEqualOperands.map { .truth($0, comparison.type) }
    }
    if constant(comparison.lhs) != nil, constant(comparison.rhs) == nil {
      comparison.predicate = comparison.predicate.swapped
      (comparison.lhs, comparison.rhs) = (comparison.rhs, comparison.lhs)
      return .operation(comparison)
    }
    return nil
  }
}
