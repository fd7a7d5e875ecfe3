import Arithmetic
import IR

/// A `tt.dot_scaled`: its operands and formats. Operands are named by their slots.
struct ScaledDot: Sendable {
  let lhs, rhs: Side
  let accumulator: Int
  let batch, rows, columns, depth: Int
  let result: ScalarType
  let isFastMath: Bool

  /// One of the two factors.
  struct Side: Sendable {
    let value: Int
    let scale: Int?
    let format: FloatFormat
    /// What the scales are; `i8` stands for powers of two.
    let scaleFormat: FloatFormat
    /// How many elements along the inner dimension share a scale.
    let group: Int
    /// The extents of the stored tile.
    let extents: [Int]
    /// The dimension along which a byte holds two elements, counted in the stored tile; `nil` if
    /// each element has its own place.
    let packedDimension: Int?
  }

  init(_ dot: DotScaled, _ module: borrowing Module) {
    let rank = dot.type.rank
    batch = rank == 3 ? dot.type.shape[0] : 1
    rows = dot.type.shape[rank - 2]
    columns = dot.type.shape[rank - 1]
    result = dot.type.scalar ?? .f32
    isFastMath = dot.isFastMath
    accumulator = Int(dot.accumulator.index)
    lhs = Side(
      dot.lhs, dot.lhsScale, dot.lhsFormat, innerDimension: rank - 1, outerDimension: rank - 2,
      isPackedAlongK: dot.isLhsPackedAlongK, module)
    rhs = Side(
      dot.rhs, dot.rhsScale, dot.rhsFormat, innerDimension: rank - 2, outerDimension: rank - 1,
      isPackedAlongK: dot.isRhsPackedAlongK, module)
    let stored = lhs.extents[rank - 1]
    depth = lhs.packedDimension == rank - 1 ? 2 * stored : stored
  }
}

extension ScaledDot.Side {
  init(
    _ value: ValueID, _ scale: ValueID?, _ format: ScaledFormat, innerDimension: Int,
    outerDimension: Int, isPackedAlongK: Bool, _ module: borrowing Module
  ) {
    self.value = Int(value.index)
    self.scale = scale.map { Int($0.index) }
    self.format = FloatFormat(format)
    extents = module.type(of: value).shape.extents
    packedDimension = format == .e2m1 ? (isPackedAlongK ? innerDimension : outerDimension) : nil
    let scaleType = scale.map { module.type(of: $0) }
    scaleFormat = scaleType?.scalar?.floatFormat ?? .f8E8M0FNU
    group = scaleType?.isFloat == true ? 16 : 32
  }
}
