import Arithmetic
import IR

extension AxisRules {
  /// The smaller or larger of two integers.
  func extremum(
    _ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type, isSigned: Bool, isLarger: Bool
  ) -> AxisFacts {
    let isSignedOrder =
      isSigned || lhs.isNonNegative && rhs.isNonNegative
    var bounds: IntegerBounds?
    if isSignedOrder, let left = lhs.bounds, let right = rhs.bounds {
      if left.upper <= right.lower { return isLarger ? rhs : lhs }
      if right.upper <= left.lower { return isLarger ? lhs : rhs }
      bounds =
        isLarger
        ? IntegerBounds(lower: max(left.lower, right.lower), upper: max(left.upper, right.upper))
        : IntegerBounds(lower: min(left.lower, right.lower), upper: min(left.upper, right.upper))
    }
    return facts(type, bounds: bounds) { index in
      // Of two runs that count up together the one that begins lower stays lower.
      let run =
        isSignedOrder
        ? min(lhs.dimensions[index].logContiguity, rhs.dimensions[index].logContiguity)
        : min(lhs.logAlignedRun(index), rhs.logAlignedRun(index))
      return either(lhs, rhs, run: run, constancy: constancy([lhs, rhs], index, type), index)
    }
  }

  /// What holds along a dimension if each run of length 2^`run` is one of `lhs` or one of `rhs`.
  private func either(
    _ lhs: AxisFacts, _ rhs: AxisFacts, run: Int, constancy: Int, _ index: Int
  ) -> AxisFacts.Dimension {
    AxisFacts.Dimension(
      logContiguity: run, logConstancy: constancy,
      logDivisibility: min(
        lhs.logDivisibility(index, atRunsOf: run), rhs.logDivisibility(index, atRunsOf: run)))
  }

  func selection(
    _ condition: AxisFacts, _ whenTrue: AxisFacts, _ whenFalse: AxisFacts, _ type: Type
  ) -> AxisFacts {
    if let bit = condition.constant { return bit & 1 != 0 ? whenTrue : whenFalse }
    var result = whenTrue.joined(with: whenFalse)
    for index in result.dimensions.indices {
      let steady = constancy([condition], index, type)
      let run = min(result.dimensions[index].logContiguity, steady)
      result.dimensions[index] = either(
        whenTrue, whenFalse, run: run,
        constancy: min(result.dimensions[index].logConstancy, steady), index)
    }
    return result
  }

  func comparison(
    _ predicate: CompareInteger.Predicate, _ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type
  ) -> AxisFacts {
    if let left = lhs.bounds, let right = rhs.bounds,
      let answer = left.decides(predicate, against: right, width: lhs.width)
    {
      return AxisFacts(constant: answer ? 1 : 0, type: type)
    }
    return facts(type) { index in
      AxisFacts.Dimension(
        logConstancy: max(
          constancy([lhs, rhs], index, type), steadyRun(predicate, lhs, rhs, index)))
    }
  }

  /// The length of runs in which the answer stays although an operand counts up.
  private func steadyRun(
    _ predicate: CompareInteger.Predicate, _ lhs: AxisFacts, _ rhs: AxisFacts, _ index: Int
  ) -> Int {
    let together =
      predicate.isUnsigned
      ? min(lhs.logAlignedRun(index), rhs.logAlignedRun(index))
      : min(lhs.dimensions[index].logContiguity, rhs.dimensions[index].logContiguity)
    // A run from one multiple of its length up to the next lies on one side of every multiple.
    let alone =
      switch predicate {
      case .eq, .ne: 0
      case .slt, .sge, .ult, .uge: sideRun(of: lhs, against: rhs, index)
      case .sgt, .sle, .ugt, .ule: sideRun(of: rhs, against: lhs, index)
      }
    return max(together, alone)
  }

  private func sideRun(of value: AxisFacts, against limit: AxisFacts, _ index: Int) -> Int {
    min(
      value.logAlignedRun(index), limit.dimensions[index].logConstancy,
      limit.logDivisibility(index, atRunsOf: 0))
  }
}
