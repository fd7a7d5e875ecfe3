import IR
import Layouts

/// How the sums of matrix products are held.
struct ProductLayouts {
  /// How the accumulator and the result of the product `op` are held.
  func accumulator(
    of op: OpID, in module: borrowing Module, layouts: TileLayouts
  ) -> LinearLayout {
    layouts.spread(over: module.resultType(of: op).shape.extents)
  }
}
