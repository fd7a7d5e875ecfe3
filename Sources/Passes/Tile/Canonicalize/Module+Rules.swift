import IR

extension Module {
  /// What the rules put in the place of `op`; `nil` if it stays as it is.
  func replacement(for op: OpID) -> Replacement? {
    if let constant = folded(op) { return .expression(.constant(constant)) }
    if hasConstantToTheLeft(op) { return .operation(withSwappedOperands(op)) }
    return rule(for: op)
  }

  /// The rules of each operation.
  private func rule(for op: OpID) -> Replacement? {
    switch opcode(of: op) {
    case .addi: simplifyAddition(op)
    case .subi: simplifySubtraction(op)
    case .muli: simplifyMultiplication(op)
    case .mulhiui: simplifyHighMultiplication(op)
    case .divsi, .divui: simplifyQuotient(op)
    case .remsi, .remui: simplifyRemainder(op)
    case .andi: simplifyAnd(op)
    case .ori: simplifyOr(op)
    case .xori: simplifyExclusiveOr(op)
    case .shli, .shrsi, .shrui: simplifyShift(op)
    case .minsi, .minui, .maxsi, .maxui: simplifyIntegerExtremum(op)
    case .absi: simplifyIntegerAbsolute(op)
    case .cmpi: simplifyIntegerComparison(op)

    case .addf: simplifyFloatAddition(op)
    case .subf: simplifyFloatSubtraction(op)
    case .mulf: simplifyFloatMultiplication(op)
    case .divf, .preciseDivf: simplifyFloatDivision(op)
    case .negf: simplifyNegation(op)
    case .absf: simplifyFloatAbsolute(op)
    case .minimumf, .maximumf, .minnumf, .maxnumf: simplifyFloatExtremum(op)
    case .floor, .ceil: simplifyRounding(op)
    case .fma: simplifyMultiplyAdd(op)
    case .cmpf: simplifyFloatComparison(op)

    case .extsi, .extui: simplifyExtension(op)
    case .trunci: simplifyTruncation(op)
    case .extf: simplifyFloatExtension(op)
    case .truncf: simplifyFloatTruncation(op)
    case .sitofp, .uitofp: simplifyIntegerToFloat(op)
    case .arithBitcast, .bitcast: simplifyBitcast(op)
    case .intToPtr, .ptrToInt: simplifyPointerConversion(op)
    case .fpToFp: simplifyFloatConversion(op)
    case .select: simplifySelect(op)

    case .splat: simplifySplat(op)
    case .unsplat: simplifyUnsplat(op)
    case .makeRange: simplifyRange(op)
    case .expandDims: simplifyExpandDims(op)
    case .reshape: simplifyReshape(op)
    case .broadcast: simplifyBroadcast(op)
    case .trans: simplifyTranspose(op)
    case .join: simplifyJoin(op)
    case .split: simplifySplit(op)
    case .cat: simplifyConcatenation(op)

    case .addptr: simplifyAddPointer(op)
    case .advance: simplifyAdvance(op)
    case .load: simplifyLoad(op)
    case .store: simplifyStore(op)
    case .reduce: simplifyReduction(op)
    case .scan: simplifyScan(op)
    case .assert: simplifyAssertion(op)
    case .assume: simplifyAssumption(op)

    case .module, .function, .return, .call, .constant, .remf, .fptosi, .fptoui, .exp, .exp2, .log,
      .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .preciseSqrt, .clampf, .externElementwise,
      .elementwiseInlineAsm, .mapElementwise, .mapElementwiseReturn, .getProgramID,
      .getNumPrograms, .atomicRMW, .atomicCAS, .makeTensorPtr, .makeTensorDescriptor,
      .descriptorLoad, .descriptorStore, .descriptorReduce, .descriptorGather, .descriptorScatter,
      .dot, .dotScaled, .reduceReturn, .scanReturn, .histogram, .gather, .print, .for, .if, .while,
      .yield, .condition, .branch, .conditionalBranch, .poison, .barrier, .warpSpecialize,
      .warpYield, .warpReturn, .convertLayout:
      nil
    }
  }

  /// Applies a rule that changes the control flow around `op`.
  ///
  /// - Returns: whether one did.
  mutating func restructure(_ op: OpID) -> Bool {
    if simplifyFor(op) { return true }
    if simplifyIf(op) { return true }
    if simplifyWhile(op) { return true }
    if simplifyConditionalBranch(op) { return true }
    return simplifyBranch(op)
  }

  private func hasConstantToTheLeft(_ op: OpID) -> Bool {
    traits(of: op).contains(.commutative) && constant(operand(0, of: op)) != nil
      && constant(operand(1, of: op)) == nil
  }

  private func withSwappedOperands(_ op: OpID) -> OpDraft {
    OpDraft(
      opcode(of: op), operands: [operand(1, of: op), operand(0, of: op)],
      results: [resultType(of: op)], attributes: attributes(of: op))
  }
}
