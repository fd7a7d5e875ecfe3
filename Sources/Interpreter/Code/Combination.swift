import IR

/// A reduction or a scan: its region and what it runs over.
struct Combination: Sendable {
  /// The entry block of the region.
  let block: Int
  /// The shape of all sources.
  let shape: Shape
  let axis: Int
  /// The region may run for many elements at once: it is one block of elementwise operations.
  let isElementwise: Bool

  /// How many elements each result of a reduction combines.
  var length: Int { shape[axis] }
  /// The product of the extents before the axis.
  var outer: Int { (0..<axis).reduce(1) { $0 * shape[$1] } }
  /// The product of the extents behind the axis.
  var inner: Int { (axis + 1..<shape.rank).reduce(1) { $0 * shape[$1] } }
}
