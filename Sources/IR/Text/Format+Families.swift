// The formats that several operations share, or that are too long for the table.

extension Format.Element {
  static let overflow = arithmeticFlags(.overflow)
  static let fastMath = arithmeticFlags(.fastMath)
}

extension Format {
  /// `%a, %b : type` for all operands and the result.
  static func elementwise(_ count: Int, flags: Element? = nil) -> Format {
    var elements: [Element] = [.operand]
    for _ in 1..<count { elements += [.sign(.comma), .operand] }
    if let flags { elements.append(flags) }
    return Format(
      elements + [.attributes, .sign(.colon), .type(.result(0))],
      infer: (0..<count).map { .same(.operand($0), as: .result(0)) })
  }

  /// `predicate, %a, %b : type` with the type of the operands.
  static func comparison(
    _ predicate: any KeywordAttribute.Type, flags: Element? = nil
  ) -> Format {
    Format(
      [.keyword("predicate", predicate, .i64), .sign(.comma), .operand, .sign(.comma), .operand]
        + (flags.map { [$0] } ?? []) + [.attributes, .sign(.colon), .type(.operand(0))],
      infer: [
        .same(.operand(1), as: .operand(0)), .rule(.truth, .result(0), from: .operand(0)),
      ])
  }

  /// `%a words : from -> to`
  static func conversion(
    _ between: Element, words: [Element] = [], clause: Element? = nil, flags: Element? = nil
  ) -> Format {
    Format(
      [.operand] + words + [flags, .attributes, clause].compactMap { $0 }
        + [.sign(.colon), .type(.operand(0)), between, .type(.result(0))])
  }

  /// `%a, %b : type -> type`
  static let combination = Format(
    [
      .operand, .sign(.comma), .operand, .attributes, .sign(.colon), .type(.operand(0)),
      .sign(.arrow), .type(.result(0)),
    ], infer: [.same(.operand(1), as: .operand(0))])

  /// `%a, %b : types`, or nothing; attributes stand before the operands.
  static let terminator = Format([.attributes, .operands, .operandTypes])

  /// `%a, %b : types`, or nothing; attributes stand behind the operands.
  static let combinerTerminator = Format([.operands, .attributes, .operandTypes])

  static let clamp = Format(
    [
      .operand, .sign(.comma), .operand, .sign(.comma), .operand, .sign(.comma),
      .word("propagateNan"), .sign(.equal),
      .keyword(Clamp.propagationAttribute, NaNPropagation.self, .i32), .attributes, .sign(.colon),
      .type(.result(0)),
    ], infer: (0..<3).map { .same(.operand($0), as: .result(0)) })

  static let dot = Format(
    [
      .operand, .sign(.comma), .operand, .sign(.comma), .operand,
      .clause("inputPrecision", attribute: "inputPrecision", InputPrecision.self), .attributes,
      .sign(.colon), .type(.operand(0)), .sign(.star), .type(.operand(1)), .sign(.arrow),
      .type(.result(0)),
    ], infer: [.same(.operand(2), as: .result(0))])

  static let histogram = Format(
    [
      .operand, .optionalOperand, .attributes, .sign(.colon), .type(.operand(0)), .sign(.arrow),
      .type(.result(0)),
    ], infer: [.rule(.truth, .operand(1), from: .operand(0))])

  static let condition = Format([
    .sign(.leftParenthesis), .typedOperand(.i1), .sign(.rightParenthesis), .attributes,
    .operands, .operandTypes,
  ])
}

// MARK: - Memory

extension Format {
  private static let cacheOptions = Element.options([
    Option(word: "cacheModifier", attribute: "cache", keyword: CacheModifier.self),
    Option(word: "evictionPolicy", attribute: "evict", keyword: EvictionPolicy.self),
  ])

  static let load = Format(
    [
      .operand, .optionalOperand, .optionalOperand, cacheOptions, .attributes, .sign(.colon),
      .type(.operand(0)),
    ],
    infer: [
      .rule(.pointee, .result(0), from: .operand(0)), .rule(.mask, .operand(1), from: .operand(0)),
      .same(.operand(2), as: .result(0)),
    ])

  static let store = Format(
    [
      .operand, .sign(.comma), .operand, .optionalOperand, cacheOptions, .attributes,
      .sign(.colon), .type(.operand(0)),
    ],
    infer: [
      .rule(.pointee, .operand(1), from: .operand(0)),
      .rule(.mask, .operand(2), from: .operand(0)),
    ])

  private static let orderingAndScope: [Element] = [
    .keyword("sem", MemoryOrdering.self, .i32), .sign(.comma),
    .keyword("scope", MemoryScope.self, .i32), .sign(.comma),
  ]

  static let atomicRMW = Format(
    [.keyword("atomic_rmw_op", AtomicOperation.self, .i32), .sign(.comma)] + orderingAndScope + [
      .operand, .sign(.comma), .operand, .optionalOperand, .attributes, .sign(.colon),
      .functionType,
    ])

  static let atomicCAS = Format(
    orderingAndScope + [
      .operand, .sign(.comma), .operand, .sign(.comma), .operand, .attributes, .sign(.colon),
      .functionType,
    ])

  static let advance = Format(
    [
      .operand, .sign(.comma), .list("offsets", .i32), .attributes, .sign(.colon),
      .type(.result(0), short: .pointer),
    ], infer: [.same(.operand(0), as: .result(0))])

  static let makeTensorPointer = Format(
    [
      .operand, .sign(.comma), .list("extents", .i64), .sign(.comma), .list("strides", .i64),
      .sign(.comma), .list("offsets", .i32), .attributes, .sign(.colon),
      .type(.result(0), short: .pointer),
    ], infer: [.rule(.base, .operand(0), from: .result(0))])
}

// MARK: - Tensor descriptors

extension Format {
  static let makeTensorDescriptor = Format([
    .operand, .sign(.comma), .list("extents", .i32), .sign(.comma), .list("strides", .i64),
    .attributes, .sign(.colon), .type(.operand(0), short: .pointer), .sign(.comma),
    .type(.result(0), short: .descriptor),
  ])

  static let descriptorLoad = Format([
    .operand, .list("indices", .i32), cacheOptions, .attributes, .sign(.colon), .type(.operand(0)),
    .sign(.arrow), .type(.result(0)),
  ])

  private static let access: [Element] = [
    .operand, .list("indices", .i32), .sign(.comma), .operand, .attributes, .sign(.colon),
    .type(.operand(0)), .sign(.comma), .type(.operand(1)),
  ]

  static let descriptorStore = Format(access, groupOrder: [0, 2, 1])

  static let descriptorReduce = Format(
    [.keyword("kind", DescriptorReduction.self, .i32), .sign(.comma)] + access,
    groupOrder: [0, 2, 1])

  private static let rows: [Element] = [
    .operand, .sign(.leftBracket), .operand, .sign(.comma), .operand, .sign(.rightBracket),
  ]

  static let descriptorGather = Format(rows + [.attributes, .sign(.colon), .functionType])

  static let descriptorScatter = Format(
    rows + [.sign(.comma), .operand, .attributes, .operandTypes])
}
