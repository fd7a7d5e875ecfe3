/// `%d = tt.dot %a, %b, %c, inputPrecision = tf32 : a * b -> d`
///
/// The matrix product of `a` and `b`, added to `c`. With three dimensions, the first counts
/// independent products.
public struct Dot: Operation {
  public static let opcode = Opcode.dot
  public static let info = OpInfo(
    "tt.dot", operands: 3...3, traits: .pure,
    attributes: [
      .optional("inputPrecision", .enumeration(InputPrecision.self)),
      .optional("maxNumImpreciseAcc", .i32),
    ], declaredBy: Dot.self)

  public var lhs, rhs, accumulator: ValueID
  public var precision: InputPrecision
  /// After how many elements of the inner dimension a hardware accumulator is added up exactly.
  public var maximumImpreciseAccumulations: Int
  public var type: Type

  public init(
    lhs: ValueID, rhs: ValueID, accumulator: ValueID, precision: InputPrecision = .ieee,
    maximumImpreciseAccumulations: Int = 0, type: Type
  ) {
    (self.lhs, self.rhs, self.accumulator) = (lhs, rhs, accumulator)
    self.precision = precision
    self.maximumImpreciseAccumulations = maximumImpreciseAccumulations
    self.type = type
  }

  public init(reading op: OpID, of module: borrowing Module) {
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    accumulator = module.operand(2, of: op)
    precision = module.keyword("inputPrecision", of: op, default: .ieee)
    maximumImpreciseAccumulations = module.integer("maxNumImpreciseAcc", of: op)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .dot, operands: [lhs, rhs, accumulator], results: [type],
      attributes: [
        "inputPrecision": precision == .ieee ? nil : precision.attribute,
        "maxNumImpreciseAcc": maximumImpreciseAccumulations == 0
          ? nil : .i32(maximumImpreciseAccumulations),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (a, b, c) = (module.type(of: lhs), module.type(of: rhs), module.type(of: accumulator))
    guard let shape = Self.resultShape(a.shape, b.shape) else {
      return report("cannot multiply \(a) by \(b), expected shapes MxK and KxN, or batches of them")
    }
    guard let left = a.scalar, let right = b.scalar,
      left == right || (left.isFloat8 && right.isFloat8)
    else { return report("cannot multiply \(a) by \(b), expected elements of one type") }
    if c != type { report("accumulator has type \(c), expected \(type)") }
    let elements = Self.resultElements(of: left)
    if elements.isEmpty {
      return report("cannot multiply \(a) by \(b), expected elements of i8 or floats")
    }
    let expected = elements.map { Type.of(shape, .scalar($0)) }
    if !expected.contains(type) {
      let words = expected.map(\.description).joined(separator: " or ")
      report("result has type \(type), expected \(words)")
    }
    if maximumImpreciseAccumulations < 0 {
      report("maxNumImpreciseAcc is \(maximumImpreciseAccumulations), expected 0 or more")
    }
  }

  /// The types in which products of elements of type `element` can be added up.
  static func resultElements(of element: ScalarType) -> [ScalarType] {
    switch element {
    case .i8: [.i32]
    case .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ, .f16: [.f32, .f16]
    case .bf16, .f32: [.f32]
    case .f64: [.f64]
    case .i1, .i4, .i16, .i32, .i64: []
    }
  }

  /// The shape of the product of tiles of shapes `lhs` and `rhs`, if they fit.
  public static func resultShape(_ lhs: Shape, _ rhs: Shape) -> Shape? {
    let rank = lhs.rank
    guard rank == rhs.rank, rank == 2 || rank == 3, lhs[rank - 1] == rhs[rank - 2],
      rank == 2 || lhs[0] == rhs[0]
    else { return nil }
    return Shape(lhs.extents.prefix(rank - 1) + [rhs[rank - 1]])
  }
}
