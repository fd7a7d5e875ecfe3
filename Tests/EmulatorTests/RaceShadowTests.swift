import Testing

@testable import Emulator

/// What a warp's accesses leave when they are noted together is what they leave one by one.
@Suite struct RaceShadowTests {
  private static let byteCount = 4096

  /// Numbers that are the same in each run.
  private struct Numbers {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
  }

  /// Where the lanes of a warp access memory.
  private static func offsets(
    _ numbers: inout Numbers, width: Int, warp: Int, warpCount: Int
  ) -> [Int] {
    let slots = byteCount / width
    let start = numbers.next(below: 4) == 0 ? numbers.next(below: slots) : warp * 32
    let swizzle = [0, 0, 1, 5, 31][numbers.next(below: 5)]
    return (0..<32).map { (start + ($0 ^ swizzle)) % slots * width }
  }

  @Test(arguments: [(1, 2), (2, 4), (3, 4), (4, 8), (5, 32), (6, 1)])
  func warpsLeaveWhatTheirLanesDo(seed: UInt64, warpCount: Int) throws {
    var numbers = Numbers(state: seed)
    var (conflictCount, quietCount) = (0, 0)
    let together = RaceShadow(byteCount: Self.byteCount, warpCount: warpCount)
    let single = RaceShadow(byteCount: Self.byteCount, warpCount: warpCount)
    let places = UnsafeMutablePointer<Int>.allocate(capacity: 32)
    defer { places.deallocate() }
    for step in 0..<20_000 {
      let warp = numbers.next(below: warpCount)
      if numbers.next(below: 4) == 0 {
        // A barrier of all warps.
        for shadow in [together, single] {
          for warp in 0..<warpCount { shadow.publish(warp, to: 0) }
          for warp in 0..<warpCount { shadow.receive(warp, from: 0) }
          shadow.clear(0)
        }
      }
      let width = [1, 4, 4, 8, 16, 16][numbers.next(below: 6)]
      let isWrite = numbers.next(below: 3) == 0
      let isStrong = numbers.next(below: 8) == 0
      let offsets = Self.offsets(&numbers, width: width, warp: warp, warpCount: warpCount)
      for lane in 0..<32 { places[lane] = offsets[lane] }
      let found = together.access(
        places, byteCount: width, warp: warp, lanes: .max, pc: step, isWrite: isWrite,
        isStrong: isStrong)
      var expected: (conflict: RaceShadow.Conflict, lane: Int)?
      for lane in 0..<32 where expected == nil {
        let conflict = single.access(
          offset: offsets[lane], byteCount: width, warp: warp, lane: lane, pc: step,
          isWrite: isWrite, isStrong: isStrong)
        if let conflict { expected = (conflict, lane) }
      }
      #expect(found?.lane == expected?.lane, "step \(step)")
      #expect(found?.conflict == expected?.conflict, "step \(step)")
      if expected == nil {
        quietCount += 1
      } else {
        // A launch ends here; another block finds nothing.
        conflictCount += 1
        together.reset()
        single.reset()
      }
    }
    #expect(quietCount > 1000)
    #expect(conflictCount > 100 || warpCount == 1)
  }
}
