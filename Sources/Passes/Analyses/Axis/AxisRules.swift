import IR

/// How facts pass through operations.
///
/// Each rule holds for all bits that the operands may have: where a sum wraps around or a dividend
/// is negative, only what is true all the same is claimed. Only a division by zero, which has no
/// meaning, is left out of account.
struct AxisRules {
  let overflow: SignedOverflow

  /// Builds facts of `type` from what `body` says of each dimension.
  func facts(
    _ type: Type, bounds: IntegerBounds? = nil,
    _ body: (_ dimension: Int) -> AxisFacts.Dimension
  ) -> AxisFacts {
    var result = AxisFacts(type)
    if let bounds { result.bounds = bounds }
    for index in result.dimensions.indices { result.dimensions[index] = body(index) }
    return result
  }

  /// The bounds of the results and whether one may wrap around.
  func settled(
    _ bounds: (fitting: IntegerBounds, overflows: Bool), width: Int
  ) -> (bounds: IntegerBounds, wraps: Bool) {
    if !bounds.overflows { return (bounds.fitting, false) }
    if width >= 32, overflow == .isExcluded { return (bounds.fitting, false) }
    return (IntegerBounds(width: width), true)
  }

  /// What elementwise operations keep: elements computed from equal ones are equal.
  func elementwise(_ operands: [AxisFacts], _ type: Type) -> AxisFacts {
    facts(type) { index in
      AxisFacts.Dimension(logConstancy: constancy(operands, index, type))
    }
  }

  /// The length of runs in which all of `operands`, scalars or tiles of the shape of `type`, are
  /// constant.
  func constancy(_ operands: [AxisFacts], _ index: Int, _ type: Type) -> Int {
    let runs = operands.filter { $0.type.rank == type.rank }
      .map { $0.dimensions[index].logConstancy }
    return runs.min() ?? AxisFacts(type).logExtent(index)
  }
}

// MARK: - Sums

extension AxisRules {
  func sum(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    guard let left = lhs.bounds, let right = rhs.bounds else {
      return elementwise([lhs, rhs], type)
    }
    let (bounds, wraps) = settled(left.adding(right, width: lhs.width), width: lhs.width)
    return facts(type, bounds: bounds) { index in
      let (first, second) = (lhs.dimensions[index], rhs.dimensions[index])
      let run = max(
        min(first.logContiguity, second.logConstancy),
        min(first.logConstancy, second.logContiguity))
      return dimension(
        run: run, constancy: min(first.logConstancy, second.logConstancy), lhs, rhs, index,
        wraps: wraps)
    }
  }

  func difference(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    guard let left = lhs.bounds, let right = rhs.bounds else {
      return elementwise([lhs, rhs], type)
    }
    let (bounds, wraps) = settled(left.subtracting(right, width: lhs.width), width: lhs.width)
    return facts(type, bounds: bounds) { index in
      let (first, second) = (lhs.dimensions[index], rhs.dimensions[index])
      let constancy = max(
        min(first.logConstancy, second.logConstancy),
        min(first.logContiguity, second.logContiguity))
      return dimension(
        run: min(first.logContiguity, second.logConstancy), constancy: constancy, lhs, rhs, index,
        wraps: wraps)
    }
  }

  /// What holds of a sum or difference whose runs have the length 2^`run` if nothing wraps around.
  private func dimension(
    run: Int, constancy: Int, _ lhs: AxisFacts, _ rhs: AxisFacts, _ index: Int, wraps: Bool
  ) -> AxisFacts.Dimension {
    let divisibility = min(
      lhs.logDivisibility(index, atRunsOf: run), rhs.logDivisibility(index, atRunsOf: run))
    // A run that begins at a multiple of its length ends before the numbers do.
    let safe = wraps ? min(run, divisibility, lhs.width - 1) : run
    return AxisFacts.Dimension(
      logContiguity: safe, logConstancy: constancy,
      logDivisibility: safe < run ? min(divisibility, safe) : divisibility)
  }

  /// The sum of addresses and offsets, which count elements and have a sign.
  func address(_ pointer: AxisFacts, _ offset: AxisFacts, _ type: Type) -> AxisFacts {
    let width = pointer.width
    return facts(type) { index in
      let (first, second) = (pointer.dimensions[index], offset.dimensions[index])
      let run = max(
        min(first.logContiguity, second.logConstancy),
        min(first.logConstancy, second.logContiguity))
      let distance = offset.logDivisibility(index, atRunsOf: run)
      return AxisFacts.Dimension(
        logContiguity: run, logConstancy: min(first.logConstancy, second.logConstancy),
        logDivisibility: min(
          pointer.logDivisibility(index, atRunsOf: run),
          distance == offset.width ? width : distance + pointer.logStep))
    }
  }
}

// MARK: - Products

extension AxisRules {
  func product(_ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type) -> AxisFacts {
    if rhs.constant == 1 { return lhs }
    if lhs.constant == 1 { return rhs }
    guard let left = lhs.bounds, let right = rhs.bounds else {
      return elementwise([lhs, rhs], type)
    }
    let (bounds, _) = settled(left.multiplying(right, width: lhs.width), width: lhs.width)
    return facts(type, bounds: bounds) { index in
      AxisFacts.Dimension(
        logConstancy: constancy([lhs, rhs], index, type),
        logDivisibility: min(
          lhs.width,
          lhs.logDivisibility(index, atRunsOf: 0) + rhs.logDivisibility(index, atRunsOf: 0)))
    }
  }

  func quotient(
    _ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type, isSigned: Bool
  ) -> AxisFacts {
    if rhs.constant == 1 { return lhs }
    // Rounding toward zero is rounding down only where nothing is negative.
    let roundsDown = !isSigned || lhs.isNonNegative
    return facts(type, bounds: quotientBounds(lhs, rhs)) { index in
      var run = constancy([lhs, rhs], index, type)
      if roundsDown {
        let steady = min(
          lhs.logAlignedRun(index), rhs.dimensions[index].logConstancy,
          rhs.logDivisibility(index, atRunsOf: 0))
        run = max(run, steady)
      }
      return AxisFacts.Dimension(
        logConstancy: run,
        logDivisibility: shifted(lhs, index, by: rhs.constant.flatMap(exactLogarithm) ?? lhs.width))
    }
  }

  private func quotientBounds(_ lhs: AxisFacts, _ rhs: AxisFacts) -> IntegerBounds? {
    guard let left = lhs.bounds, let right = rhs.bounds, right.lower > 0, lhs.isNonNegative else {
      return nil
    }
    return IntegerBounds(lower: left.lower / right.upper, upper: left.upper / right.lower)
  }

  func remainder(
    _ lhs: AxisFacts, _ rhs: AxisFacts, _ type: Type, isSigned: Bool
  ) -> AxisFacts {
    if let left = lhs.bounds, let right = rhs.bounds, left.lower >= 0, left.upper < right.lower {
      return lhs
    }
    if let divisor = rhs.constant.flatMap(exactLogarithm), divisor <= lhs.logDivisibilityOfAll {
      return AxisFacts(constant: 0, type: type)
    }
    // The remainder of a negative dividend counts up from a multiple of the divisor, or is zero.
    let countsUp = !isSigned || lhs.isNonNegative || isTrusted(lhs)
    return facts(type, bounds: remainderBounds(lhs, rhs, isSigned: isSigned)) { index in
      let run =
        countsUp
        ? min(
          lhs.logAlignedRun(index), rhs.dimensions[index].logConstancy,
          rhs.logDivisibility(index, atRunsOf: 0)) : 0
      return AxisFacts.Dimension(
        logContiguity: run, logConstancy: constancy([lhs, rhs], index, type),
        logDivisibility: min(
          lhs.logDivisibility(index, atRunsOf: run), rhs.logDivisibility(index, atRunsOf: run)))
    }
  }

  /// Nothing is known of the sign of `dividend`, so that a program counts with its being positive.
  private func isTrusted(_ dividend: AxisFacts) -> Bool {
    guard overflow == .isExcluded, dividend.width >= 32, let bounds = dividend.bounds else {
      return false
    }
    return bounds.lower == IntegerBounds(width: dividend.width).lower
  }

  private func remainderBounds(
    _ lhs: AxisFacts, _ rhs: AxisFacts, isSigned: Bool
  ) -> IntegerBounds? {
    guard let left = lhs.bounds, let right = rhs.bounds, right.lower > 0 else { return nil }
    if isSigned || left.lower >= 0 { return left.remainder(by: right) }
    return IntegerBounds(lower: 0, upper: right.upper - 1)
  }

  /// The logarithm of `bits` if it is a power of two.
  func exactLogarithm(_ bits: UInt64) -> Int? {
    bits.nonzeroBitCount == 1 ? bits.trailingZeroBitCount : nil
  }

  /// The logarithm of what divides every element of `value`, along one dimension, after it was
  /// moved down by `amount` bits.
  func shifted(_ value: AxisFacts, _ index: Int, by amount: Int) -> Int {
    let divisibility = value.logDivisibility(index, atRunsOf: 0)
    return divisibility == value.width ? divisibility : max(0, divisibility - amount)
  }
}
