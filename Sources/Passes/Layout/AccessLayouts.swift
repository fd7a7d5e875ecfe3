import IR
import Layouts

/// How tiles are held when memory is accessed: neighbours in memory go to the registers of a
/// thread, as many as one access takes, then to neighbouring lanes.
struct AccessLayouts {
  /// How many bytes one access takes at most.
  static let widestAccess = 16

  /// How the operands and results of the access `op` are held best; `nil` if it takes no tiles.
  func layout(
    of op: OpID, in module: borrowing Module, layouts: TileLayouts
  ) -> LinearLayout? {
    guard let pointer = module.operands(of: op).first, module.type(of: pointer).isTensor else {
      return nil
    }
    let shape = module.type(of: pointer).shape.extents
    return layouts.spread(over: shape)
  }

  /// Whether `held` accesses memory as well as `wanted` does.
  func isAsGood(
    _ held: LinearLayout, as wanted: LinearLayout, for op: OpID, in module: borrowing Module
  ) -> Bool {
    held == wanted
  }
}
