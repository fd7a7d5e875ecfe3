import IR

extension AxisRules {
  /// Integers made wider with copies of the sign or with zeros.
  func extended(_ source: AxisFacts, _ type: Type, isSigned: Bool) -> AxisFacts {
    let keepsNumbers = isSigned || source.isNonNegative
    var bounds = source.bounds
    if !keepsNumbers, source.width < 64 {
      bounds = IntegerBounds(lower: 0, upper: Int64(UInt64.max.truncated(to: source.width)))
    }
    return resized(source, type, bounds: bounds, keepsNumbers: keepsNumbers)
  }

  func truncated(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    let width = type.scalar?.bitWidth ?? 64
    let all = IntegerBounds(width: width)
    guard let bounds = source.bounds, bounds.lower >= all.lower, bounds.upper <= all.upper else {
      return resized(source, type, bounds: nil, keepsNumbers: false)
    }
    return resized(source, type, bounds: bounds, keepsNumbers: true)
  }

  private func resized(
    _ source: AxisFacts, _ type: Type, bounds: IntegerBounds?, keepsNumbers: Bool
  ) -> AxisFacts {
    let width = type.element?.bitWidth ?? 64
    return facts(type, bounds: bounds) { index in
      let known = source.dimensions[index]
      let run =
        keepsNumbers ? known.logContiguity : min(source.logAlignedRun(index), width - 1)
      let divisibility = source.logDivisibility(index, atRunsOf: run)
      return AxisFacts.Dimension(
        logContiguity: run, logConstancy: known.logConstancy,
        logDivisibility: divisibility == source.width ? width : min(divisibility, width))
    }
  }

  /// The same bits as elements of another type of the same width.
  func reinterpreted(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    if let constant = source.constant { return AxisFacts(constant: constant, type: type) }
    let target = AxisFacts(type)
    let isSameKind =
      source.type.isInteger && type.isInteger || source.type.isPointer && type.isPointer
    let countsAlike = isSameKind && source.logStep == target.logStep
    let becomesNumber = source.type.isPointer && type.isInteger && source.logStep == 0
    let becomesAddress = source.type.isInteger && type.isPointer && target.logStep == 0
    return facts(type, bounds: isSameKind ? source.bounds : nil) { index in
      let known = source.dimensions[index]
      let run =
        countsAlike || becomesAddress
        ? known.logContiguity : becomesNumber ? source.logAlignedRun(index) : 0
      return AxisFacts.Dimension(
        logContiguity: run, logConstancy: known.logConstancy,
        logDivisibility: source.logDivisibility(index, atRunsOf: run))
    }
  }

  func absolute(_ source: AxisFacts, _ type: Type) -> AxisFacts {
    if source.isNonNegative { return source }
    return facts(type) { index in
      AxisFacts.Dimension(
        logConstancy: source.dimensions[index].logConstancy,
        logDivisibility: source.logDivisibility(index, atRunsOf: 0))
    }
  }
}
