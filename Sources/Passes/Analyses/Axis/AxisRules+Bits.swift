import Arithmetic
import IR

extension AxisRules {
  func conjunction(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    facts(type, bounds: maskedBounds(lhs, rhs)) { index in
      let run = max(keptRun(of: lhs, under: rhs, index), keptRun(of: rhs, under: lhs, index))
      return AxisFacts.Dimension(
        logContiguity: run,
        logConstancy: max(
          constancy([lhs, rhs], index, type), clearedRun(of: lhs, under: rhs, index),
          clearedRun(of: rhs, under: lhs, index)),
        logDivisibility: max(
          lhs.logDivisibility(index, atRunsOf: run), rhs.logDivisibility(index, atRunsOf: run)))
    }
  }

  /// The length of runs of `value` whose low bits, which count up, the constant `mask` keeps.
  private func keptRun(of value: AxisFacts, under mask: AxisFacts, _ index: Int) -> Int {
    guard let bits = mask.constant else { return 0 }
    return min(value.logAlignedRun(index), (~bits).trailingZeroBitCount)
  }

  /// The length of runs of `value` whose low bits, which are all that changes, `mask` clears.
  private func clearedRun(of value: AxisFacts, under mask: AxisFacts, _ index: Int) -> Int {
    min(
      value.logAlignedRun(index), mask.dimensions[index].logConstancy,
      mask.logDivisibility(index, atRunsOf: 0))
  }

  private func maskedBounds(_ lhs: AxisFacts, _ rhs: AxisFacts) -> IntegerBounds? {
    let uppers = [lhs, rhs].compactMap { $0.isNonNegative ? $0.bounds?.upper : nil }
    return uppers.min().map { IntegerBounds(lower: 0, upper: $0) }
  }

  /// A disjunction, exclusive or not.
  func disjunction(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    var bounds: IntegerBounds?
    if let left = lhs.bounds, let right = rhs.bounds, left.lower >= 0, right.lower >= 0 {
      bounds = left.joined(right).fullBits
    }
    return facts(type, bounds: bounds) { index in
      let run = max(filledRun(lhs, index, with: rhs), filledRun(rhs, index, with: lhs))
      return AxisFacts.Dimension(
        logContiguity: run, logConstancy: constancy([lhs, rhs], index, type),
        logDivisibility: min(
          lhs.logDivisibility(index, atRunsOf: run), rhs.logDivisibility(index, atRunsOf: run)))
    }
  }

  /// The length of runs of `value` whose changing bits are zero in `other`, which stays the same.
  private func filledRun(_ value: AxisFacts, _ index: Int, with other: AxisFacts) -> Int {
    min(
      value.logAlignedRun(index), other.dimensions[index].logConstancy,
      other.logDivisibility(index, atRunsOf: 0))
  }

  func shiftedLeft(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    guard let amount = rhs.constant, amount < UInt64(lhs.width) else {
      return facts(type) { index in
        AxisFacts.Dimension(
          logConstancy: constancy([lhs, rhs], index, type),
          logDivisibility: lhs.logDivisibility(index, atRunsOf: 0))
      }
    }
    if amount == 0 { return lhs }
    return facts(type, bounds: shiftedLeftBounds(lhs, by: Int(amount))) { index in
      AxisFacts.Dimension(
        logConstancy: constancy([lhs, rhs], index, type),
        logDivisibility: min(lhs.width, lhs.logDivisibility(index, atRunsOf: 0) + Int(amount)))
    }
  }

  private func shiftedLeftBounds(_ lhs: AxisFacts, by amount: Int) -> IntegerBounds? {
    guard let left = lhs.bounds, amount < lhs.width - 1 else { return nil }
    let factor = IntegerBounds(only: 1 << Int64(amount))
    return settled(left.multiplying(factor, width: lhs.width), width: lhs.width).bounds
  }

  func shiftedRight(
    _ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type, isSigned: Bool
  ) -> AxisFacts {
    guard let amount = rhs.constant, amount < UInt64(lhs.width) else {
      return elementwise([lhs, rhs], type)
    }
    if amount == 0 { return lhs }
    var bounds: IntegerBounds?
    if let left = lhs.bounds, isSigned || left.lower >= 0 {
      bounds = IntegerBounds(
        lower: left.lower >> Int64(amount), upper: left.upper >> Int64(amount))
    }
    return facts(type, bounds: bounds) { index in
      AxisFacts.Dimension(
        logConstancy: max(
          constancy([lhs, rhs], index, type), min(lhs.logAlignedRun(index), Int(amount))),
        logDivisibility: shifted(lhs, index, by: Int(amount)))
    }
  }
}
