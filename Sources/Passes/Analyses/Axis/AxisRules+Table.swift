import IR

extension AxisRules {
  /// What holds of the only result of `op`, given what holds of its operands.
  ///
  /// - Parameter operands: one entry for each operand.
  /// - Returns: `nil` where only the type says something.
  func result(
    of op: OpID, in module: borrowing Module, _ operands: [AxisFacts]
  ) -> AxisFacts? {
    let type = module.resultType(of: op)
    switch module.opcode(of: op) {
    case .constant:
      guard let constant = module.view(op, as: Constant.self) else { return nil }
      if case .dense(let elements) = constant.value { return AxisFacts(of: elements) }
      return constant.splat.map { AxisFacts(constant: $0, type: type) }
    case .makeRange:
      guard let range = module.view(op, as: MakeRange.self) else { return nil }
      let bounds = IntegerBounds(lower: Int64(range.start), upper: Int64(range.end) - 1)
      return facts(type, bounds: bounds) { _ in
        AxisFacts.Dimension(
          logContiguity: type.shape.logarithm(of: 0),
          logDivisibility: min(range.start.trailingZeroBitCount, 32))
      }
    case .getProgramID:
      return module.view(op, as: GetProgramID.self).map { programs(along: $0.axis, type, from: 0) }
    case .getNumPrograms:
      return module.view(op, as: GetNumPrograms.self)
        .map { programs(along: $0.axis, type, from: 1) }

    case .addi: return sum(operands[0], operands[1], type)
    case .subi: return difference(operands[0], operands[1], type)
    case .muli: return product(operands[0], operands[1], type)
    case .divsi: return quotient(operands[0], operands[1], type, isSigned: true)
    case .divui: return quotient(operands[0], operands[1], type, isSigned: false)
    case .remsi: return remainder(operands[0], operands[1], type, isSigned: true)
    case .remui: return remainder(operands[0], operands[1], type, isSigned: false)
    case .andi: return conjunction(operands[0], operands[1], type)
    case .ori, .xori: return disjunction(operands[0], operands[1], type)
    case .shli: return shiftedLeft(operands[0], operands[1], type)
    case .shrsi: return shiftedRight(operands[0], operands[1], type, isSigned: true)
    case .shrui: return shiftedRight(operands[0], operands[1], type, isSigned: false)
    case .minsi:
      return extremum(operands[0], operands[1], type, isSigned: true, isLarger: false)
    case .minui:
      return extremum(operands[0], operands[1], type, isSigned: false, isLarger: false)
    case .maxsi:
      return extremum(operands[0], operands[1], type, isSigned: true, isLarger: true)
    case .maxui:
      return extremum(operands[0], operands[1], type, isSigned: false, isLarger: true)
    case .absi: return absolute(operands[0], type)
    case .cmpi:
      return module.view(op, as: CompareInteger.self)
        .map { comparison($0.predicate, operands[0], operands[1], type) }
    case .select: return selection(operands[0], operands[1], operands[2], type)

    case .extsi: return extended(operands[0], type, isSigned: true)
    case .extui: return extended(operands[0], type, isSigned: false)
    case .trunci: return truncated(operands[0], type)
    case .arithBitcast, .intToPtr, .ptrToInt, .bitcast: return reinterpreted(operands[0], type)
    case .addptr: return address(operands[0], operands[1], type)

    case .addf, .subf, .mulf, .divf, .remf, .negf, .minimumf, .maximumf, .minnumf, .maxnumf, .cmpf,
      .extf, .truncf, .sitofp, .uitofp, .fptosi, .fptoui, .floor, .ceil, .exp, .exp2, .log, .log2,
      .sin, .cos, .erf, .sqrt, .rsqrt, .absf, .fma, .fpToFp, .clampf, .preciseSqrt, .preciseDivf,
      .mulhiui:
      return elementwise(operands, type)

    case .splat, .unsplat: return splat(operands[0], type)
    case .expandDims:
      return module.view(op, as: ExpandDims.self).map { expanded(operands[0], at: $0.axis, type) }
    case .broadcast: return broadcast(operands[0], type)
    case .reshape:
      guard let reshape = module.view(op, as: Reshape.self) else { return nil }
      return reshape.allowsReorder
        ? anyElement(of: operands, type) : reshaped(operands[0], type)
    case .convertLayout: return operands[0]
    case .trans:
      return module.view(op, as: Transpose.self)
        .map { transposed(operands[0], order: $0.order, type) }
    case .join:
      let isOneValue = module.operand(0, of: op) == module.operand(1, of: op)
      return joined(operands[0], operands[1], areEqual: isOneValue, type)
    case .cat: return anyElement(of: operands, type)

    // What memory holds, and what the programs of a region compute, is not known.
    case .load, .atomicRMW, .atomicCAS, .descriptorLoad, .descriptorGather, .gather, .dot,
      .dotScaled, .reduce, .scan, .histogram, .mapElementwise, .externElementwise,
      .elementwiseInlineAsm, .call, .poison:
      return nil
    // These have no elements or several results, or none.
    case .module, .function, .return, .mapElementwiseReturn, .split, .store, .advance,
      .makeTensorPtr, .makeTensorDescriptor, .descriptorStore, .descriptorReduce,
      .descriptorScatter, .reduceReturn, .scanReturn, .print, .assert, .for, .if, .while, .yield,
      .condition, .branch, .conditionalBranch, .barrier, .assume, .warpSpecialize, .warpYield,
      .warpReturn:
      return nil
    }
  }

  /// A number of programs, or that of one, within what hardware launches.
  private func programs(along axis: ProgramAxis, _ type: Type, from first: Int64) -> AxisFacts {
    let limit: Int64 = axis == .x ? 0x7FFF_FFFF : 0xFFFF
    let bounds = IntegerBounds(lower: first, upper: limit - 1 + first)
    return facts(type, bounds: bounds) { _ in AxisFacts.Dimension() }
  }
}
