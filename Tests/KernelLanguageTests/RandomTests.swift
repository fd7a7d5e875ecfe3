import KernelLanguage
import Nereid
import Testing

@Suite struct RandomTests {
  let offsets = (0..<256).map { Int32($0) }

  /// Philox as its authors define it.
  private func philox(_ key: UInt64, _ counter: UInt32) -> [UInt32] {
    var c = [counter, 0, 0, 0]
    var k = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for _ in 0..<10 {
      let first = c[0].multipliedFullWidth(by: 0xD251_1F53)
      let second = c[2].multipliedFullWidth(by: 0xCD9E_8D57)
      c = [second.high ^ c[1] ^ k.0, second.low, first.high ^ c[3] ^ k.1, first.low]
      k = (k.0 &+ 0x9E37_79B9, k.1 &+ 0xBB67_AE85)
    }
    return c
  }

  @Test func integersArePhilox() throws {
    let expected = offsets.map { philox(42, UInt32($0)) }
    #expect(try run(offsets) { randomInteger(seed: 42, offset: $0) } == expected.map { $0[0] })
    for place in 0..<4 {
      let numbers = try run(offsets) { offset in
        let four = randomIntegers(seed: 42, offset: offset)
        return [four.0, four.1, four.2, four.3][place]
      }
      #expect(numbers == expected.map { $0[place] })
    }
  }

  @Test func numbersAreSpread() throws {
    let uniform = try run(offsets) { randomUniform(seed: 1, offset: $0) }
    #expect(uniform.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(abs(uniform.reduce(0, +) / 256 - 0.5) < 0.06)
    let normal = try run(offsets) { randomNormal(seed: 1, offset: $0) }
    #expect(abs(normal.reduce(0, +) / 256) < 0.2)
    #expect(normal.contains { $0 < -1 } && normal.contains { $0 > 1 })
    let fourth = try run(offsets) { randomUniforms(seed: 1, offset: $0).3 }
    #expect(fourth != uniform)
    let pairs = try run(offsets) { randomNormals(seed: 1, offset: $0).1 }
    #expect(pairs != normal)
  }

  @Test func seedsMayBeTiles() throws {
    let seeded = try run(offsets) { randomInteger(seed: Scalar<Int32>(42), offset: $0) }
    #expect(seeded == offsets.map { philox(42, UInt32($0))[0] })
    let direct = try run(offsets) { offset in
      philoxFirst(offset.to(UInt32.self))
    }
    #expect(direct == offsets.map { philox(42, UInt32($0))[0] })
  }

  private func philoxFirst(_ offset: Tile<UInt32>) -> Tile<UInt32> {
    let zero = zeros(like: offset)
    return KernelLanguage.philox(seed: Scalar<Int32>(42), offset, zero, zero, zero).0
  }
}
