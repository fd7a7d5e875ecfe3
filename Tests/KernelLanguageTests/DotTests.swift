import Nereid
import Testing

@Suite struct DotTests {
  let a = (0..<256).map { Float($0 % 7 - 3) }
  let b = (0..<256).map { Float($0 % 5 - 2) }
  var product: [Float] { Reference.matmul(a, b, m: 16, n: 16, k: 16) }
  let square = ([16, 16], [16, 16])

  @Test(arguments: [DotPrecision.ieee, .tf32, .tf32x3, .bf16x3, .bf16x6])
  func multipliesFloats(precision: DotPrecision) throws {
    #expect(try run(a, b, shapes: square) { dot($0, $1, precision: precision) } == product)
  }

  @Test func isExactUnlessAskedForLess() throws {
    let fine = a.map { $0 + 1.0 / 4096 }
    let exact = Reference.matmul(fine, b, m: 16, n: 16, k: 16)
    let ieee = try run(fine, b, shapes: square) { dot($0, $1) }
    let rounded = try run(fine, b, shapes: square) { dot($0, $1, precision: .tf32) }
    #expect(zip(ieee, exact).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(rounded != ieee)
  }

  @Test func accumulates() throws {
    let sum = try run(a, b, shapes: square) {
      dot($0, $1, accumulator: full([16, 16], 1, Float.self))
    }
    #expect(sum == product.map { $0 + 1 })
  }

  @Test func multipliesOtherElements() throws {
    let halves = (a.map { Float16($0) }, b.map { Float16($0) })
    #expect(try run(halves.0, halves.1, shapes: square) { dot($0, $1) } == product)
    let narrow = try run(halves.0, halves.1, shapes: square) { dot($0, $1, output: Float16.self) }
    #expect(narrow == product.map { Float16($0) })
    let brains = (a.map { BFloat16($0) }, b.map { BFloat16($0) })
    #expect(try run(brains.0, brains.1, shapes: square) { dot($0, $1) } == product)
    let doubles = (a.map { Double($0) }, b.map { Double($0) })
    #expect(
      try run(doubles.0, doubles.1, shapes: square) { dot($0, $1) } == product.map(Double.init))
    let bytes = ((a + a).map { Int8($0) }, (b + b).map { Int8($0) })
    let integers = try run(bytes.0, bytes.1, shapes: ([16, 32], [32, 16]), count: 256) {
      dot($0, $1)
    }
    let expected = Reference.matmul(a + a, b + b, m: 16, n: 16, k: 32)
    #expect(integers == expected.map { Int32($0) })
    let tiny = ((a + a).map { Float8E4M3($0) }, (b + b).map { Float8E5M2($0) })
    #expect(
      try run(tiny.0, tiny.1, shapes: ([16, 32], [32, 16]), count: 256) { dot($0, $1) } == expected)
  }

  @Test func multipliesBatches() throws {
    let batch = try run(a + b, b + a, shapes: ([2, 16, 16], [2, 16, 16])) { dot($0, $1) }
    #expect(Array(batch.prefix(256)) == product)
  }

  @Test func scales() throws {
    let x = (a + a).map { Float8E4M3($0) }
    let y = (b + b).map { Float8E5M2($0) }
    let result = try run(x, y, shapes: ([16, 32], [32, 16]), count: 256) { x, y in
      dotScaled(
        ScaledFactor(x, scale: full([16, 1], 128, UInt8.self), format: .e4m3),
        ScaledFactor(y, scale: full([16, 1], 127, UInt8.self), format: .e5m2))
    }
    let expected = Reference.matmul(a + a, b + b, m: 16, n: 16, k: 32)
    #expect(result == expected.map { $0 * 2 })
  }

  @Test func eightBitFloatsAreSummedInHalfFloats() throws {
    let ones = Array(repeating: Float8E4M3(1), count: 32 * 32)
    let twos = Array(repeating: Float8E5M2(2), count: 32 * 32)
    let found: [Float16] = try run(ones, twos, shapes: ([32, 32], [32, 32])) { x, y in
      dot(x, y, output: Float16.self)
    }
    #expect(found.allSatisfy { $0 == 64 })
  }

  @Test func floatsWithoutNegativeZeroAreMultiplied() throws {
    let x = Array(repeating: Float8E4M3FNUZ(1.5), count: 32 * 32)
    let found: [Float] = try run(x, x, shapes: ([32, 32], [32, 32])) { x, y in dot(x, y) }
    #expect(found.allSatisfy { $0 == 72 })
  }
}
