import IR
import PTX
import Passes
import Support

extension KernelLowering {
  /// Writes what `op` does.
  ///
  /// The one place that maps operations of the IR to PTX, so the switch has no default.
  mutating func lower(_ op: OpID) throws(Diagnostic) {
    switch module.opcode(of: op) {
    case .addi, .subi, .muli, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli, .shrsi,
      .shrui, .minsi, .minui, .maxsi, .maxui, .cmpi, .addf, .subf, .mulf, .divf, .remf, .negf,
      .minimumf, .maximumf, .minnumf, .maxnumf, .cmpf, .extsi, .extui, .trunci, .extf, .truncf,
      .sitofp, .uitofp, .fptosi, .fptoui, .arithBitcast, .select, .floor, .ceil, .exp, .exp2, .log,
      .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .absf, .absi, .fma, .intToPtr, .ptrToInt, .bitcast,
      .fpToFp, .clampf, .preciseSqrt, .preciseDivf, .mulhiui, .addptr, .externElementwise:
      try lowerElementwise(op)
    case .elementwiseInlineAsm: try lowerInlineAssembly(op)
    case .mapElementwise: try lowerMap(op)
    case .constant: try lowerConstant(op)
    case .poison: lowerPoison(op)

    case .getProgramID: lowerProgramID(op)
    case .getNumPrograms: lowerProgramCount(op)
    case .makeRange: lowerRange(op)
    case .splat: lowerSplat(op)
    case .unsplat: lowerUnsplat(op)
    case .expandDims, .broadcast, .reshape, .trans: lowerKeepingPlaces(op)
    case .join, .cat: lowerInterleaving(op)
    case .split: lowerSplit(op)
    case .convertLayout: try lowerConversion(op)

    case .load: try lowerLoad(op)
    case .store: try lowerStore(op)
    case .atomicRMW: try lowerAtomicUpdate(op)
    case .atomicCAS: try lowerCompareAndSwap(op)

    case .dot: try lowerDot(op)
    case .reduce: try lowerReduce(op)
    case .scan: try lowerScan(op)
    case .histogram: try lowerHistogram(op)
    case .gather: try lowerGather(op)

    case .for: try lowerFor(op)
    case .if: try lowerIf(op)
    case .while: try lowerWhile(op)
    case .call: try lowerCall(op)
    case .return: lowerReturn(op)
    case .branch: lowerBranch(op)
    case .conditionalBranch: lowerConditionalBranch(op)
    case .warpSpecialize: try lowerPartitions(op)

    case .print: try lowerPrint(op)
    case .assert: try lowerAssert(op)
    case .barrier: builder.emit("bar.sync", .integer(0))
    case .assume: break

    case .mapElementwiseReturn: lowerMapReturn(op)
    // A region's end is what the operation around it makes of it.
    case .yield, .condition, .reduceReturn, .scanReturn, .warpYield, .warpReturn:
      break

    case .dotScaled, .advance, .makeTensorPtr, .makeTensorDescriptor, .descriptorLoad,
      .descriptorStore, .descriptorReduce, .descriptorGather, .descriptorScatter, .module,
      .function:
      throw cannotLower(op)
    }
  }

  /// The diagnostic for an operation that no pass before has replaced, or that stands where it
  /// cannot.
  func cannotLower(_ op: OpID, _ reason: String = "") -> Diagnostic {
    let because = reason.isEmpty ? "" : ": \(reason)"
    return module.diagnostic(
      "cannot compile '\(module.info(of: op).name)' for \(options.target)\(because)", at: op)
  }

  /// Writes the operations of `block`.
  mutating func lowerOps(of block: BlockID) throws(Diagnostic) {
    for op in module.ops(in: block) {
      builder.location = location(of: op)
      builder.repeatsComputed = module.attribute(RematerializeTiles.mark, of: op) != nil
      try lower(op)
    }
  }

  /// Writes the only block of a region, whose parameters are `arguments`.
  ///
  /// - Returns: what its end passes on.
  mutating func inlineBlock(
    _ block: BlockID, arguments: [[Register]]
  ) throws(Diagnostic) -> [[Register]] {
    for (parameter, argument) in zip(module.parameters(of: block), arguments) {
      values[parameter] = argument
    }
    try lowerOps(of: block)
    guard let terminator = module.terminator(of: block) else { return [] }
    return module.operands(of: terminator).map { registers(of: $0) }
  }
}
