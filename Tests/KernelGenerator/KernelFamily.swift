/// What a generated kernel is mostly about.
package enum KernelFamily: String, CaseIterable, Sendable {
  /// Arithmetic, comparisons and selections, element by element.
  case elementwise
  /// Between integers and floats of all widths.
  case conversions
  /// Tiles of up to four dimensions put in other shapes.
  case shapes
  /// Sums, extrema and their places along an axis.
  case reductions
  /// Running combinations along an axis, from either end.
  case scans
  /// Loads and stores with strides, masks, odd offsets, and places that memory names.
  case memory
  /// Updates whose outcome does not depend on their order.
  case atomics
  /// Loops and branches that carry tiles.
  case loops
  /// Elements of a tile picked by another one.
  case gather
  /// Counts of numbers.
  case histogram
  /// Products of matrices.
  case dot
}
