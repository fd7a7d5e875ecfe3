/// `%d = tt.dot_scaled %a scale %as, %b scale %bs, %c lhs = e4m3 rhs = e2m1 {…} : … -> d`
///
/// The matrix product of two tiles in microscaling formats: groups of 32 (or 16) elements along
/// the inner dimension share a scale.
public struct DotScaled: Operation {
  public static let opcode = Opcode.dotScaled
  public static let info = OpInfo(
    "tt.dot_scaled", operands: 3...5, traits: [.pure, .hasOperandSegments],
    attributes: [
      .required("a_elem_type", .enumeration(ScaledFormat.self)),
      .required("b_elem_type", .enumeration(ScaledFormat.self)), .required("fastMath", .bool),
      .optional("lhs_k_pack", .bool), .optional("rhs_k_pack", .bool),
      .required(OpInfo.segmentsName, .i32Array),
    ], declaredBy: DotScaled.self)

  public var lhs, rhs, accumulator: ValueID
  /// One scale per row and group: `[M, K / 32]`.
  public var lhsScale: ValueID?
  /// One scale per column and group: `[N, K / 32]`, not transposed.
  public var rhsScale: ValueID?
  public var lhsFormat, rhsFormat: ScaledFormat
  /// A scale of NaN need not give NaN.
  public var isFastMath: Bool
  /// Whether two elements of four bits in a byte are neighbours along the inner dimension.
  public var isLhsPackedAlongK, isRhsPackedAlongK: Bool
  public var type: Type

  public init(
    lhs: ValueID, lhsScale: ValueID?, lhsFormat: ScaledFormat, rhs: ValueID, rhsScale: ValueID?,
    rhsFormat: ScaledFormat, accumulator: ValueID, isFastMath: Bool = false,
    isLhsPackedAlongK: Bool = true, isRhsPackedAlongK: Bool = true, type: Type
  ) {
    (self.lhs, self.lhsScale, self.lhsFormat) = (lhs, lhsScale, lhsFormat)
    (self.rhs, self.rhsScale, self.rhsFormat) = (rhs, rhsScale, rhsFormat)
    (self.accumulator, self.isFastMath, self.type) = (accumulator, isFastMath, type)
    self.isLhsPackedAlongK = isLhsPackedAlongK
    self.isRhsPackedAlongK = isRhsPackedAlongK
  }

  /// The operands in order: lhs, rhs, accumulator, scale of lhs, scale of rhs.
  public init(reading op: OpID, of module: borrowing Module) {
    lhs = module.operand(0, of: op)
    rhs = module.operand(1, of: op)
    accumulator = module.operand(2, of: op)
    lhsScale = module.operands(inSegment: 3, of: op).first
    rhsScale = module.operands(inSegment: 4, of: op).first
    lhsFormat = module.keyword("a_elem_type", of: op, default: .e4m3)
    rhsFormat = module.keyword("b_elem_type", of: op, default: .e4m3)
    isFastMath = module.bool("fastMath", of: op)
    isLhsPackedAlongK = module.bool("lhs_k_pack", of: op, default: true)
    isRhsPackedAlongK = module.bool("rhs_k_pack", of: op, default: true)
    type = module.resultType(of: op)
  }

  public var draft: OpDraft {
    OpDraft(
      .dotScaled, operands: [lhs, rhs, accumulator] + [lhsScale, rhsScale].compactMap { $0 },
      results: [type],
      attributes: [
        "a_elem_type": lhsFormat.attribute, "b_elem_type": rhsFormat.attribute,
        "fastMath": .bool(isFastMath), "lhs_k_pack": isLhsPackedAlongK ? nil : .bool(false),
        "rhs_k_pack": isRhsPackedAlongK ? nil : .bool(false),
        OpInfo.segmentsName: OpInfo.segments(
          1, 1, 1, lhsScale == nil ? 0 : 1, rhsScale == nil ? 0 : 1),
      ])
  }

  public func verify(_ op: OpID, in module: borrowing Module, report: (String) -> Void) {
    let (a, b, c) = (module.type(of: lhs), module.type(of: rhs), module.type(of: accumulator))
    if c != type { report("accumulator has type \(c), expected \(type)") }
    guard let left = Self.unpacked(a, lhsFormat, along: isLhsPackedAlongK ? 1 : 0),
      let right = Self.unpacked(b, rhsFormat, along: isRhsPackedAlongK ? 0 : 1)
    else {
      return report(
        "cannot multiply \(a) by \(b), expected elements that hold \(lhsFormat.keyword) and "
          + rhsFormat.keyword)
    }
    guard let shape = Dot.resultShape(left, right) else {
      return report("cannot multiply \(a) by \(b): \(left) elements do not fit \(right)")
    }
    if !type.isFloat || type.shape != shape {
      return report("result has type \(type), expected floats of shape \(shape)")
    }
    verifyScale(lhsScale, rows: left[left.rank - 2], of: "lhs", inner: left, module, report)
    verifyScale(rhsScale, rows: right[right.rank - 1], of: "rhs", inner: left, module, report)
  }

  private func verifyScale(
    _ scale: ValueID?, rows: Int, of side: String, inner: Shape, _ module: borrowing Module,
    _ report: (String) -> Void
  ) {
    guard let scale else { return }
    let found = module.type(of: scale)
    // An e4m3 scale belongs to 16 elements, an e8m0 one (which is stored as i8) to 32.
    let group = found.isFloat ? 16 : 32
    let groups = max(1, inner[inner.rank - 1] / group)
    guard let shape = Shape(inner.extents.dropLast(2) + [rows, groups]) else { return }
    let fits = found.shape == shape && (found.scalar == .i8 || found.scalar == .f8E4M3FN)
    if !fits {
      report(
        "scale of \(side) has type \(found), expected i8 or f8E4M3FN elements of shape \(shape)")
    }
  }

  /// The shape of an operand counted in elements, of which a byte may hold two.
  private static func unpacked(_ type: Type, _ format: ScaledFormat, along axis: Int) -> Shape? {
    guard type.isTensor, type.rank == 2 || type.rank == 3, let scalar = type.scalar else {
      return nil
    }
    let dimension = type.rank - 2 + axis
    guard format.carriers.contains(scalar) else { return nil }
    if format != .e2m1 { return type.shape }
    return type.shape.replacing(dimension, with: 2 * type.shape[dimension])
  }
}

extension ScaledFormat {
  /// The types in which a tile can hold the format.
  fileprivate var carriers: [ScalarType] {
    switch self {
    case .e4m3: [.i8, .f8E4M3FN]
    case .e5m2: [.i8, .f8E5M2]
    case .e2m3, .e3m2, .e2m1: [.i8]
    case .bf16: [.i16, .bf16]
    case .fp16: [.i16, .f16]
    }
  }
}
