import IR

/// What a `tt.dot` multiplies.
package struct MatrixProduct: Hashable, Sendable {
  /// How many products there are, and the extents of each.
  package let batch, rows, columns, depth: Int
  /// The types of the elements.
  package let lhs, rhs, result: ScalarType
  /// What may become of factors of 32 bits.
  package let precision: InputPrecision

  /// The product `op`, a `tt.dot`.
  package init(of op: OpID, in module: borrowing Module) {
    let dot = Dot(reading: op, of: module)
    let (left, rank) = (module.type(of: dot.lhs), dot.type.rank)
    batch = rank == 3 ? dot.type.shape[0] : 1
    rows = dot.type.shape[rank - 2]
    columns = dot.type.shape[rank - 1]
    depth = left.shape[rank - 1]
    lhs = left.scalar ?? .f32
    rhs = module.type(of: dot.rhs).scalar ?? .f32
    result = dot.type.scalar ?? .f32
    precision = dot.precision
  }

  /// The rows of the smallest product of a warp's matrix instruction.
  package static let instructionRows = 16
  /// The columns of the smallest product of a warp's matrix instruction.
  package static let instructionColumns = 8

  /// Matrix instructions exist for the elements, and the inner dimension is as long as the shortest
  /// of them needs. Products of 32-bit floats that are to be exact have none.
  package var fitsMatrixInstructions: Bool {
    switch lhs {
    case .f16, .bf16, .f8E4M3FN, .f8E4M3FNUZ, .f8E5M2, .f8E5M2FNUZ: depth >= 8
    case .i8: depth >= 16
    case .f64: depth >= 4
    case .f32:
      switch precision {
      case .ieee: false
      case .tf32, .tf32x3: depth >= 4
      case .bf16x3, .bf16x6: depth >= 8
      }
    case .i1, .i4, .i16, .i32, .i64: false
    }
  }
}
