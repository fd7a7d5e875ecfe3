extension Opcode {
  /// Where each operation is declared: elementwise ones are rows of a table, the others structs.
  var declaration: OpInfo {
    switch self {
    case .module: ModuleOp.info
    case .function: Function.info
    case .return: Return.info
    case .call: Call.info

    case .constant: Constant.info
    case .addi: .integer("arith.addi", .commutative)
    case .subi: .integer("arith.subi")
    case .muli: .integer("arith.muli", .commutative)
    case .divsi: .integer("arith.divsi")
    case .divui: .integer("arith.divui")
    case .remsi: .integer("arith.remsi")
    case .remui: .integer("arith.remui")
    case .andi: .integer("arith.andi", .commutative)
    case .ori: .integer("arith.ori", .commutative)
    case .xori: .integer("arith.xori", .commutative)
    case .shli: .integer("arith.shli")
    case .shrsi: .integer("arith.shrsi")
    case .shrui: .integer("arith.shrui")
    case .minsi: .integer("arith.minsi", .commutative)
    case .minui: .integer("arith.minui", .commutative)
    case .maxsi: .integer("arith.maxsi", .commutative)
    case .maxui: .integer("arith.maxui", .commutative)
    case .cmpi: CompareInteger.info

    case .addf: .float("arith.addf", .commutative)
    case .subf: .float("arith.subf")
    case .mulf: .float("arith.mulf", .commutative)
    case .divf: .float("arith.divf")
    case .remf: .float("arith.remf")
    case .negf: .float("arith.negf", operands: 1)
    case .minimumf: .float("arith.minimumf", .commutative)
    case .maximumf: .float("arith.maximumf", .commutative)
    case .minnumf: .float("arith.minnumf", .commutative)
    case .maxnumf: .float("arith.maxnumf", .commutative)
    case .cmpf: CompareFloat.info

    case .extsi: .conversion("arith.extsi", .integer, .integer, .widening)
    case .extui: .conversion("arith.extui", .integer, .integer, .widening)
    case .trunci: .conversion("arith.trunci", .integer, .integer, .narrowing)
    case .extf: .conversion("arith.extf", .float, .float, .widening)
    case .truncf: .conversion("arith.truncf", .float, .float, .narrowing)
    case .sitofp: .conversion("arith.sitofp", .integer, .float)
    case .uitofp: .conversion("arith.uitofp", .integer, .float)
    case .fptosi: .conversion("arith.fptosi", .float, .integer)
    case .fptoui: .conversion("arith.fptoui", .float, .integer)
    case .arithBitcast: .conversion("arith.bitcast", .number, .number, .sameWidth)
    case .select: Select.info

    case .floor: .float("math.floor", operands: 1)
    case .ceil: .float("math.ceil", operands: 1)
    case .exp: .float("math.exp", operands: 1)
    case .exp2: .float("math.exp2", operands: 1)
    case .log: .float("math.log", operands: 1)
    case .log2: .float("math.log2", operands: 1)
    case .sin: .float("math.sin", operands: 1)
    case .cos: .float("math.cos", operands: 1)
    case .erf: .float("math.erf", operands: 1)
    case .sqrt: .float("math.sqrt", operands: 1)
    case .rsqrt: .float("math.rsqrt", operands: 1)
    case .absf: .float("math.absf", operands: 1)
    case .absi: .integer("math.absi", operands: 1)
    case .fma: .float("math.fma", operands: 3)

    case .intToPtr: .conversion("tt.int_to_ptr", .integer, .pointer, .sameWidth)
    case .ptrToInt: .conversion("tt.ptr_to_int", .pointer, .integer, .sameWidth)
    case .bitcast: .conversion("tt.bitcast", .any, .any, .sameWidth)
    case .fpToFp: ConvertFloat.info
    case .clampf: Clamp.info
    case .preciseSqrt: .float("tt.precise_sqrt", operands: 1)
    case .preciseDivf: .float("tt.precise_divf")
    case .mulhiui: .integer("tt.mulhiui", .commutative)
    case .addptr: AddPointer.info
    case .externElementwise: ExternElementwise.info
    case .elementwiseInlineAsm: InlineAssembly.info
    case .mapElementwise: MapElementwise.info
    case .mapElementwiseReturn: MapElementwiseReturn.info

    case .getProgramID: GetProgramID.info
    case .getNumPrograms: GetNumPrograms.info
    case .makeRange: MakeRange.info
    case .splat: Splat.info
    case .unsplat: Unsplat.info

    case .expandDims: ExpandDims.info
    case .reshape: Reshape.info
    case .broadcast: Broadcast.info
    case .cat: Cat.info
    case .join: Join.info
    case .split: Split.info
    case .trans: Transpose.info
    case .convertLayout: ConvertLayout.info

    case .load: Load.info
    case .store: Store.info
    case .atomicRMW: AtomicRMW.info
    case .atomicCAS: AtomicCAS.info
    case .advance: Advance.info
    case .makeTensorPtr: MakeTensorPointer.info

    case .makeTensorDescriptor: MakeTensorDescriptor.info
    case .descriptorLoad: DescriptorLoad.info
    case .descriptorStore: DescriptorStore.info
    case .descriptorReduce: DescriptorReduce.info
    case .descriptorGather: DescriptorGather.info
    case .descriptorScatter: DescriptorScatter.info

    case .dot: Dot.info
    case .dotScaled: DotScaled.info
    case .reduce: Reduce.info
    case .reduceReturn: ReduceReturn.info
    case .scan: Scan.info
    case .scanReturn: ScanReturn.info
    case .histogram: Histogram.info
    case .gather: Gather.info

    case .print: Print.info
    case .assert: Assert.info

    case .for: For.info
    case .if: If.info
    case .while: While.info
    case .yield: Yield.info
    case .condition: Condition.info
    case .branch: Branch.info
    case .conditionalBranch: ConditionalBranch.info

    case .poison: Poison.info
    case .barrier: Barrier.info
    case .assume: Assume.info
    case .warpSpecialize: WarpSpecialize.info
    case .warpYield: WarpYield.info
    case .warpReturn: WarpReturn.info
    }
  }
}
