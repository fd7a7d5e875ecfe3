import IR

/// How the layouts of an operation's operands and results depend on each other.
enum LayoutRule {
  /// There are no tiles, or they may be held in any way.
  case free
  /// All operands and results are held alike.
  case same
  /// The result may be held in any way and is cheap to make in each.
  case source
  /// Memory is accessed: operands and results are held as is best for that.
  case access
  /// Elements keep their places and get other coordinates.
  case expandDims, broadcast, reshape, transpose, join, split, cat
  /// The result is what is left of the operand without an axis.
  case reduce
  /// Operands and results are held so that each thread has neighbours along the axis.
  case scan
  /// The result is held like the accumulator of a matrix product.
  case product
  /// The result is held like the indices.
  case gather
  /// The result is spread over the threads.
  case histogram
  /// A region passes values on.
  case loop, conditional, repetition, terminator, call
}

extension Opcode {
  /// How the layouts of the operands and results of an operation depend on each other.
  var layoutRule: LayoutRule {
    switch self {
    case .addi, .subi, .muli, .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shli, .shrsi,
      .shrui, .minsi, .minui, .maxsi, .maxui, .cmpi, .addf, .subf, .mulf, .divf, .remf, .negf,
      .minimumf, .maximumf, .minnumf, .maxnumf, .cmpf, .extsi, .extui, .trunci, .extf, .truncf,
      .sitofp, .uitofp, .fptosi, .fptoui, .arithBitcast, .select, .floor, .ceil, .exp, .exp2, .log,
      .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .absf, .absi, .fma, .intToPtr, .ptrToInt, .bitcast,
      .fpToFp, .clampf, .preciseSqrt, .preciseDivf, .mulhiui, .addptr, .externElementwise,
      .elementwiseInlineAsm, .mapElementwise:
      .same
    case .constant, .poison, .makeRange, .splat: .source
    case .load, .store, .atomicRMW, .atomicCAS, .descriptorLoad, .descriptorStore,
      .descriptorReduce, .descriptorGather, .descriptorScatter:
      .access
    case .expandDims: .expandDims
    case .broadcast: .broadcast
    case .reshape: .reshape
    case .trans: .transpose
    case .join: .join
    case .split: .split
    case .cat: .cat
    case .reduce: .reduce
    case .scan: .scan
    case .dot, .dotScaled: .product
    case .gather: .gather
    case .histogram: .histogram
    case .for: .loop
    case .if: .conditional
    case .while: .repetition
    case .call: .call
    case .yield, .condition, .return, .branch, .conditionalBranch: .terminator
    case .module, .function, .mapElementwiseReturn, .getProgramID, .getNumPrograms, .unsplat,
      .advance, .makeTensorPtr, .makeTensorDescriptor, .reduceReturn, .scanReturn, .print, .assert,
      .barrier, .assume, .warpSpecialize, .warpYield, .warpReturn, .convertLayout:
      .free
    }
  }
}
