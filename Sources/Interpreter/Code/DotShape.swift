import Arithmetic
import IR

/// The extents and formats of a matrix product; `batch` is 1 for two dimensions.
struct DotShape: Sendable {
  let batch, rows, columns, depth: Int
  let lhs, rhs, result: ScalarType
  let precision: InputPrecision

  init(_ lhs: Type, _ rhs: Type, _ result: Type, _ precision: InputPrecision) {
    let rank = result.rank
    batch = rank == 3 ? result.shape[0] : 1
    rows = result.shape[rank - 2]
    columns = result.shape[rank - 1]
    depth = lhs.shape[rank - 1]
    self.lhs = lhs.scalar ?? .f32
    self.rhs = rhs.scalar ?? .f32
    self.result = result.scalar ?? .f32
    self.precision = precision
  }
}
