import IR
import Support

/// Replaces products of scaled tiles by scaling the tiles and multiplying them.
///
///     %d = tt.dot_scaled %a scale %s, %b, %c lhs = e4m3 rhs = bf16
///
///                                  |
///                                  v
///
///     %x = %a * %s                in f32, each scale repeated along its group
///     %y = arith.truncf %x        to bf16
///     %d = tt.dot %y, %b, %c
///
/// Elements are unpacked and scaled in `f32` and multiplied as `bf16`, which holds each element of 8
/// bits or less times its scale exactly. Where it does not, they are multiplied as `f32` with
/// `inputPrecision = tf32`.
public struct DecomposeScaledDot: FunctionPass {
  public static let name = "decompose-scaled-dot"

  public init() {}

  public func run(on function: OpID, in module: inout Module) throws(Diagnostic) {
    for op in module.descendants(of: function) where module.opcode(of: op) == .dotScaled {
      module.decompose(DotScaled(reading: op, of: module), op)
    }
  }
}

extension Module {
  fileprivate mutating func decompose(_ dot: DotScaled, _ op: OpID) {
    let rank = dot.type.rank
    let lhs = ScaledFactor(
      value: dot.lhs, scale: dot.lhsScale, format: dot.lhsFormat,
      packedDimension: dot.isLhsPackedAlongK ? rank - 1 : rank - 2, depthDimension: rank - 1)
    let rhs = ScaledFactor(
      value: dot.rhs, scale: dot.rhsScale, format: dot.rhsFormat,
      packedDimension: dot.isRhsPackedAlongK ? rank - 2 : rank - 1, depthDimension: rank - 2)
    let isNarrow = lhs.fitsBFloat16(in: self) && rhs.fitsBFloat16(in: self)
    let factors = [lhs, rhs].map { factor -> ValueID in
      let scaled = factor.scaled(before: op, in: &self)
      return isNarrow ? truncated(scaled, to: .bf16, before: op) : scaled
    }
    let wide = dot.type.with(element: .f32)
    let width = dot.type.element?.bitWidth ?? 32
    var accumulator = dot.accumulator
    if width < 32 {
      accumulator = insertValue(
        OpDraft(.extf, operands: [accumulator], results: [wide]), before: op)
    } else if width > 32 {
      accumulator = insertNumber(0, wide, before: op)
    }
    let product = insertValue(
      Dot(
        lhs: factors[0], rhs: factors[1], accumulator: accumulator,
        precision: isNarrow ? .ieee : .tf32, type: wide
      ).draft, before: op)
    switch width {
    case 32: replace(op, with: [product])
    case ..<32:
      replace(op, with: [truncated(product, to: dot.type.scalar ?? .f16, before: op)])
    default:
      let sum = insertValue(
        OpDraft(.extf, operands: [product], results: [dot.type]), before: op)
      replace(op, with: [insertBinary(.addf, sum, dot.accumulator, before: op)])
    }
  }

  /// `value`, a tile of `f32`, rounded to `type`.
  private mutating func truncated(
    _ value: ValueID, to type: ScalarType, before op: OpID
  ) -> ValueID {
    insertValue(
      OpDraft(
        .truncf, operands: [value], results: [self.type(of: value).with(element: type)]),
      before: op)
  }
}
