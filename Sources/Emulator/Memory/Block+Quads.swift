/// Loads and stores of 16 bytes by each lane of a whole warp: blocks of lanes that are turned, so
/// that what lies side by side in memory comes to one place in several registers.
extension Block {
  /// Loads four registers of 32 bits or two of 64; says whether all lanes execute and all registers
  /// are wanted.
  @inline(__always)
  func loadQuads(
    _ span: Span, _ places: UnsafeMutablePointer<Int32>, size: Int, _ lanes: Lanes
  ) -> Bool {
    guard lanes.mask == .max, places[0] >= 0, places[1] >= 0 else { return false }
    if size == 4, places[2] < 0 || places[3] < 0 { return false }
    if span.run >= 0 {
      loadQuads(places, size: size, lanes) { span.bytes + (span.run + $0 * 16) }
    } else {
      loadQuads(places, size: size, lanes) { span.bytes + offsets[$0] }
    }
    return true
  }

  /// Stores four registers of 32 bits or two of 64; says whether all lanes execute.
  @inline(__always)
  func storeQuads(
    _ span: Span, _ places: UnsafeMutablePointer<Int32>, size: Int, _ lanes: Lanes
  ) -> Bool {
    guard lanes.mask == .max else { return false }
    if span.run >= 0 {
      storeQuads(places, size: size, lanes) { span.bytes + (span.run + $0 * 16) }
    } else {
      storeQuads(places, size: size, lanes) { span.bytes + offsets[$0] }
    }
    return true
  }

  @inline(__always)
  private func loadQuads(
    _ places: UnsafeMutablePointer<Int32>, size: Int, _ lanes: Lanes,
    from address: (Int) -> UnsafeMutableRawPointer
  ) {
    if size == 8 {
      let first: UnsafeMutablePointer<SIMD2<UInt64>> = register(lanes, places[0])
      let second: UnsafeMutablePointer<SIMD2<UInt64>> = register(lanes, places[1])
      for group in 0..<16 {
        let low = address(group * 2).loadUnaligned(as: SIMD2<UInt64>.self)
        let high = address(group * 2 + 1).loadUnaligned(as: SIMD2<UInt64>.self)
        first[group] = SIMD2(low[0], high[0])
        second[group] = SIMD2(low[1], high[1])
      }
      return
    }
    for group in 0..<8 {
      let (a, b, c, d) = Self.turned(
        address(group * 4).loadUnaligned(as: SIMD4<UInt32>.self),
        address(group * 4 + 1).loadUnaligned(as: SIMD4<UInt32>.self),
        address(group * 4 + 2).loadUnaligned(as: SIMD4<UInt32>.self),
        address(group * 4 + 3).loadUnaligned(as: SIMD4<UInt32>.self))
      register(lanes, places[0])[group] = a
      register(lanes, places[1])[group] = b
      register(lanes, places[2])[group] = c
      register(lanes, places[3])[group] = d
    }
  }

  /// In the order of the lanes: where two store to one place the last one stays.
  @inline(__always)
  private func storeQuads(
    _ places: UnsafeMutablePointer<Int32>, size: Int, _ lanes: Lanes,
    to address: (Int) -> UnsafeMutableRawPointer
  ) {
    if size == 8 {
      let first: UnsafeMutablePointer<SIMD2<UInt64>> = register(lanes, places[0])
      let second: UnsafeMutablePointer<SIMD2<UInt64>> = register(lanes, places[1])
      for group in 0..<16 {
        let (low, high) = (first[group], second[group])
        address(group * 2).storeBytes(of: SIMD2(low[0], high[0]), as: SIMD2<UInt64>.self)
        address(group * 2 + 1).storeBytes(of: SIMD2(low[1], high[1]), as: SIMD2<UInt64>.self)
      }
      return
    }
    for group in 0..<8 {
      let (a, b, c, d) = Self.turned(
        register(lanes, places[0])[group], register(lanes, places[1])[group],
        register(lanes, places[2])[group], register(lanes, places[3])[group])
      address(group * 4).storeBytes(of: a, as: SIMD4<UInt32>.self)
      address(group * 4 + 1).storeBytes(of: b, as: SIMD4<UInt32>.self)
      address(group * 4 + 2).storeBytes(of: c, as: SIMD4<UInt32>.self)
      address(group * 4 + 3).storeBytes(of: d, as: SIMD4<UInt32>.self)
    }
  }

  @inline(__always)
  private func register<Value>(_ lanes: Lanes, _ place: Int32) -> UnsafeMutablePointer<Value> {
    (lanes.registers + Int(place)).assumingMemoryBound(to: Value.self)
  }

  /// Four rows of four values become columns.
  @inline(__always)
  private static func turned(
    _ a: SIMD4<UInt32>, _ b: SIMD4<UInt32>, _ c: SIMD4<UInt32>, _ d: SIMD4<UInt32>
  ) -> (SIMD4<UInt32>, SIMD4<UInt32>, SIMD4<UInt32>, SIMD4<UInt32>) {
    let (first, second) = (SIMD8(lowHalf: a, highHalf: b), SIMD8(lowHalf: c, highHalf: d))
    let even = SIMD8(lowHalf: first.evenHalf, highHalf: second.evenHalf)
    let odd = SIMD8(lowHalf: first.oddHalf, highHalf: second.oddHalf)
    return (even.evenHalf, odd.evenHalf, even.oddHalf, odd.oddHalf)
  }
}
