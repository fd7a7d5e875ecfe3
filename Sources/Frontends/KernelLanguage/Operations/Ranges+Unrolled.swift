/// The integers from `lower` up to, but not including, `upper`, for a loop that is unrolled while
/// the kernel is traced.
///
/// - Parameter step: how far each lies from the one before; must not be 0.
///
/// Triton: `tl.static_range`
public func staticRange(_ lower: Int, _ upper: Int, step: Int = 1) -> StrideTo<Int> {
  guard step != 0 else {
    _ = mistake("staticRange: step is 0")
    return stride(from: 0, to: 0, by: 1)
  }
  return stride(from: lower, to: upper, by: step)
}

/// The integers from 0 up to, but not including, `upper`, for a loop that is unrolled while the
/// kernel is traced.
///
/// Triton: `tl.static_range`
public func staticRange(_ upper: Int) -> StrideTo<Int> { staticRange(0, upper) }

/// Ranges of the device between scalars: `0..<n`.
extension Tile where Element: IntegerElement {
  /// The integers from `lower` up to, but not including, `upper`.
  ///
  /// Triton: `range`
  public static func ..< (lower: Tile, upper: Tile) -> TileRange<Element> { range(lower, upper) }

  /// The integers from `lower` up to, but not including, `upper`.
  public static func ..< (lower: Int, upper: Tile) -> TileRange<Element> { range(lower, upper) }

  /// The integers from `lower` up to, but not including, `upper`.
  public static func ..< (lower: Tile, upper: Int) -> TileRange<Element> { range(lower, upper) }
}
