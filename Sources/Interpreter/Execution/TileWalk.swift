/// The addresses of a tile of a tensor in memory.
struct TileWalk {
  let base: UInt64
  /// The index in the tensor of the tile's first element.
  let start: [Int64]
  /// In elements.
  let strides: [Int64]
  /// The extents of the tensor; `nil` where they are not checked.
  let extents: [Int64?]
  /// The extents of the tile.
  let shape: [Int]
  /// Bytes of an element.
  let width: Int

  /// The address of each element of the tile in row-major order, and whether it lies inside of the
  /// tensor; no mask if all do.
  func addresses() -> (TileValue, mask: TileValue?) {
    let count = shape.reduce(1, *)
    var addresses = [UInt64](repeating: base, count: count)
    var isInside = [UInt64](repeating: 1, count: count)
    // Runs over the dimensions, adding what each contributes to every element.
    var inner = count
    var allInside = true
    for dimension in shape.indices {
      let extent = shape[dimension]
      inner /= extent
      for position in 0..<extent {
        let index = start[dimension] &+ Int64(position)
        let inside = extents[dimension].map { index >= 0 && index < $0 } ?? true
        let step = UInt64(bitPattern: index &* strides[dimension] &* Int64(width))
        allInside = allInside && inside
        for outer in stride(from: position * inner, to: count, by: extent * inner) {
          for element in outer..<outer + inner {
            addresses[element] &+= step
            if !inside { isInside[element] = 0 }
          }
        }
      }
    }
    return (TileValue(addresses), allInside ? nil : TileValue(isInside))
  }
}
