extension Opcode {
  /// How the operation is written.
  var syntax: Syntax { Self.syntaxes[Int(rawValue)] }

  private static let syntaxes: [Syntax] = allCases.map(\.declaredSyntax)

  private var declaredSyntax: Syntax {
    switch self {
    case .module: .module
    case .function: .function
    case .return, .yield, .mapElementwiseReturn: .format(.terminator)
    case .reduceReturn, .scanReturn, .warpYield: .format(.combinerTerminator)
    case .warpReturn, .barrier: .format(Format([.attributes]))
    case .call:
      .format(
        Format([
          .symbol(Call.calleeAttribute), .sign(.leftParenthesis), .operands,
          .sign(.rightParenthesis), .attributes, .sign(.colon), .functionType,
        ]))

    case .constant: .constant
    case .addi, .subi, .muli, .shli: .format(.elementwise(2, flags: .overflow))
    case .divsi, .divui, .remsi, .remui, .andi, .ori, .xori, .shrsi, .shrui, .minsi, .minui,
      .maxsi, .maxui:
      .format(.elementwise(2))
    case .addf, .subf, .mulf, .divf, .remf, .minimumf, .maximumf, .minnumf, .maxnumf:
      .format(.elementwise(2, flags: .fastMath))
    case .negf: .format(.elementwise(1, flags: .fastMath))
    case .cmpi: .format(.comparison(CompareInteger.Predicate.self))
    case .cmpf: .format(.comparison(CompareFloat.Predicate.self, flags: .fastMath))
    case .extsi, .extui, .trunci, .extf, .sitofp, .uitofp, .fptosi, .fptoui,
      .arithBitcast:
      .format(.conversion(.word("to")))
    case .truncf: .format(.conversion(.word("to"), flags: .fastMath))
    case .select: .select

    case .floor, .ceil, .exp, .exp2, .log, .log2, .sin, .cos, .erf, .sqrt, .rsqrt, .absf:
      .format(.elementwise(1, flags: .fastMath))
    case .fma: .format(.elementwise(3, flags: .fastMath))
    case .absi, .preciseSqrt: .format(.elementwise(1))
    case .preciseDivf, .mulhiui: .format(.elementwise(2))

    case .intToPtr, .ptrToInt, .bitcast, .splat, .broadcast, .expandDims, .trans,
      .convertLayout:
      .format(.conversion(.sign(.arrow)))
    case .fpToFp:
      .format(
        .conversion(
          .sign(.arrow),
          clause: .clause(
            "rounding", attribute: ConvertFloat.roundingAttribute, RoundingMode.self)))
    case .clampf: .format(.clamp)
    case .addptr:
      .format(
        Format(
          [
            .operand, .sign(.comma), .operand, .attributes, .sign(.colon), .type(.result(0)),
            .sign(.comma), .type(.operand(1)),
          ], infer: [.same(.operand(0), as: .result(0))]))
    case .externElementwise:
      .format(Format([.operands, .attributes, .sign(.colon), .functionType]))
    case .elementwiseInlineAsm: .inlineAssembly
    case .mapElementwise, .reduce, .scan: .generic

    case .getProgramID, .getNumPrograms:
      .format(
        Format([
          .keyword("axis", ProgramAxis.self, .i32), .attributes, .sign(.colon), .type(.result(0)),
        ]))
    case .makeRange, .poison: .format(Format([.attributes, .sign(.colon), .type(.result(0))]))
    case .unsplat:
      .format(
        Format(
          [.operand, .attributes, .sign(.colon), .type(.operand(0))],
          infer: [.rule(.scalar, .result(0), from: .operand(0))]))
    case .reshape:
      .format(
        .conversion(.sign(.arrow), words: [.flag("allow_reorder"), .flag("efficient_layout")]))
    case .cat, .join: .format(.combination)
    case .split:
      .format(
        Format(
          [
            .operand, .attributes, .sign(.colon), .type(.operand(0)), .sign(.arrow),
            .type(.result(0)),
          ], infer: [.same(.result(1), as: .result(0))]))

    case .load: .format(.load)
    case .store: .format(.store)
    case .atomicRMW: .format(.atomicRMW)
    case .atomicCAS: .format(.atomicCAS)
    case .advance: .format(.advance)
    case .makeTensorPtr: .format(.makeTensorPointer)
    case .makeTensorDescriptor: .format(.makeTensorDescriptor)
    case .descriptorLoad: .format(.descriptorLoad)
    case .descriptorStore: .format(.descriptorStore)
    case .descriptorReduce: .format(.descriptorReduce)
    case .descriptorGather: .format(.descriptorGather)
    case .descriptorScatter: .format(.descriptorScatter)

    case .dot: .format(.dot)
    case .dotScaled: .dotScaled
    case .histogram: .format(.histogram)
    case .gather:
      .format(
        Format([
          .operand, .sign(.leftBracket), .operand, .sign(.rightBracket), .attributes, .sign(.colon),
          .functionType,
        ]))
    case .print: .print
    case .assert:
      .format(
        Format([
          .operand, .sign(.comma), .string("message"), .attributes, .sign(.colon),
          .type(.operand(0)),
        ]))

    case .for: .loop
    case .if: .conditional
    case .while: .whileLoop
    case .condition: .format(.condition)
    case .branch: .branch
    case .conditionalBranch: .conditionalBranch
    case .assume:
      .format(Format([.operand, .attributes, .sign(.colon), .type(.operand(0))]))
    case .warpSpecialize: .warpSpecialize
    }
  }
}
