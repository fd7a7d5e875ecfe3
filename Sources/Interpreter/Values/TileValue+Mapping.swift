extension TileValue {
  /// `body` of each element.
  @inline(__always)
  func map(_ body: (UInt64) -> UInt64) -> TileValue {
    switch self {
    case .uniform(let bits): .uniform(body(bits))
    case .each(let source): .each(.filled(source.count) { body(source[$0]) })
    }
  }

  /// `body` of the elements of two values at the same place.
  @inline(__always)
  static func map(
    _ first: TileValue, _ second: TileValue, _ body: (UInt64, UInt64) -> UInt64
  ) -> TileValue {
    switch (first, second) {
    case (.uniform(let first), .uniform(let second)):
      .uniform(body(first, second))
    case (.each(let first), .uniform(let second)):
      .each(.filled(first.count) { body(first[$0], second) })
    case (.uniform(let first), .each(let second)):
      .each(.filled(second.count) { body(first, second[$0]) })
    case (.each(let first), .each(let second)):
      .each(.filled(first.count) { body(first[$0], second[$0]) })
    }
  }

  /// `body` of the elements of three values at the same place.
  @inline(__always)
  static func map(
    _ first: TileValue, _ second: TileValue, _ third: TileValue,
    _ body: (UInt64, UInt64, UInt64) -> UInt64
  ) -> TileValue {
    let count = max(first.storedCount, second.storedCount, third.storedCount)
    if case (.uniform(let first), .uniform(let second), .uniform(let third)) = (
      first, second, third
    ) {
      return .uniform(body(first, second, third))
    }
    return .each(.filled(count) { body(first[$0], second[$0], third[$0]) })
  }
}

extension [UInt64] {
  /// `count` elements, each made from its index.
  @inline(__always)
  static func filled(_ count: Int, _ element: (Int) -> UInt64) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: count) { buffer, initialized in
      for index in 0..<count { buffer[index] = element(index) }
      initialized = count
    }
  }
}
