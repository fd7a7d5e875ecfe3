import IR

extension TileValue {
  /// The elements that a walk over `shape` meets which moves `strides[d]` elements of this value
  /// for each step along dimension `d`, from `start` on.
  func strided(_ shape: [Int], strides: [Int], start: Int = 0) -> TileValue {
    guard case .each(let source) = self else { return self }
    let count = shape.reduce(1, *)
    guard count > 0, let inner = shape.last, let step = strides.last else {
      return .uniform(source[start])
    }
    let result = [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
      var index = [Int](repeating: 0, count: shape.count)
      var (row, next) = (start, 0)
      while next < count {
        for position in 0..<inner { buffer[next + position] = source[row + position * step] }
        next += inner
        // Advance the index over all dimensions but the last.
        var dimension = shape.count - 2
        while dimension >= 0 {
          index[dimension] += 1
          row += strides[dimension]
          if index[dimension] < shape[dimension] { break }
          row -= strides[dimension] * shape[dimension]
          index[dimension] = 0
          dimension -= 1
        }
      }
      initialized = count
    }
    return TileValue(result)
  }

  /// This value of shape `source`, repeated along the dimensions of extent 1 to fill `target`.
  func broadcast(from source: Shape, to target: Shape) -> TileValue {
    let strides = source.rowMajorStrides
    return strided(
      target.extents,
      strides: (0..<target.rank).map { source[$0] == 1 ? 0 : strides[$0] })
  }

  /// This value of shape `source` with dimension `order[i]` as dimension `i`.
  func transposed(_ source: Shape, order: [Int]) -> TileValue {
    let strides = source.rowMajorStrides
    return strided(order.map { source[$0] }, strides: order.map { strides[$0] })
  }

  /// The elements of `lhs` and `rhs`, of `count` elements each, by turns.
  static func interleaved(_ lhs: TileValue, _ rhs: TileValue, count: Int) -> TileValue {
    if case (.uniform(let first), .uniform(let second)) = (lhs, rhs), first == second {
      return lhs
    }
    return .each(.filled(2 * count) { $0 & 1 == 0 ? lhs[$0 >> 1] : rhs[$0 >> 1] })
  }

  /// Every second element, from the one at `start` on.
  func everySecond(from start: Int) -> TileValue {
    guard case .each(let source) = self else { return self }
    return TileValue(.filled(source.count / 2) { source[2 * $0 + start] })
  }
}

extension Shape {
  /// How far neighbours along each dimension lie apart in row-major order.
  var rowMajorStrides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for dimension in stride(from: rank - 2, through: 0, by: -1) {
      strides[dimension] = strides[dimension + 1] * self[dimension + 1]
    }
    return strides
  }

  /// The place in each dimension of the element at `index` in row-major order.
  func coordinates(of index: Int) -> [Int] {
    var rest = index
    var result = [Int](repeating: 0, count: rank)
    for dimension in stride(from: rank - 1, through: 0, by: -1) {
      result[dimension] = rest % self[dimension]
      rest /= self[dimension]
    }
    return result
  }
}
