import IR
import Layouts
import Support

/// Decides which thread holds which element of every tile, and says where tiles change hands.
///
///     %0 = tt.make_range                         %0 = tt.make_range      held as for the load
///     %1 = tt.addptr %p, %0                      %1 = tt.addptr %p, %0
///     %2 = tt.load %1                       ->   %2 = tt.load %1
///     %3 = tt.trans %2                           %3 = tt.trans %2
///     tt.store %q, %3                            %4 = ttg.convert_layout %3
///                                                tt.store %q, %4         held as for the store
///
/// A tile that is cheap to make is made again in each layout that it is needed in, and so is one whose
/// elements have only become wider, of narrow ones that are converted instead. Others are converted
/// once for each layout: in front of the first that needs it, so that loads in between are not held up
/// by the exchange, or of the loop that this one stands in. What is no longer used stays for
/// `EliminateDeadCode`.
package struct AssignLayouts {
  /// How many warps hold a tile.
  package var warpCount: Int

  /// Layouts for `warpCount` warps.
  package init(warpCount: Int) { self.warpCount = warpCount }

  /// Inserts conversions into all functions of `module`.
  ///
  /// - Returns: the layout of every tile.
  package func run(on module: inout Module) -> TileLayouts {
    var result = TileLayouts(warpCount: warpCount)
    for function in module.functions {
      let natural = NaturalLayouts(
        of: function, in: module, warpCount: warpCount,
        access: AccessLayouts(AxisAnalysis(of: function, in: module, overflow: .isExcluded)),
        product: ProductLayouts())
      var assignment = LayoutAssignment(natural: natural, result: result)
      assignment.assign(in: function, of: &module)
      result = assignment.layouts
    }
    return result
  }
}
