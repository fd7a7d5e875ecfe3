import IR

/// A value while a program runs: one element, or a tile of them in row-major order.
struct TileValue: Sendable {
  var shape: Shape
  var element: ElementType
  /// The bits of each element in its own format, in the low bits. Pointers are addresses.
  var bits: [UInt64]
}
