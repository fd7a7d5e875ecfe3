import Foundation
import Nereid
import Testing

@Suite struct ArithmeticOperationTests {
  let ints: [Int32] = [7, -7, 1, 0, 12, -100, 3, Int32.max]
  let others: [Int32] = [2, 3, -1, 5, 5, 7, -2, 1]
  let floats: [Float] = [1.5, -2, 0, 100, 0.25, -0.5, 3, 8]

  @Test func integerArithmetic() throws {
    #expect(try run(ints, others) { $0 + $1 } == zip(ints, others).map { $0 &+ $1 })
    #expect(try run(ints, others) { $0 - $1 } == zip(ints, others).map { $0 &- $1 })
    #expect(try run(ints, others) { $0 * $1 } == zip(ints, others).map { $0 &* $1 })
    #expect(try run(ints, others) { $0 / $1 } == zip(ints, others).map { $0 / $1 })
    #expect(try run(ints, others) { $0 % $1 } == zip(ints, others).map { $0 % $1 })
    #expect(try run(ints) { -$0 } == ints.map { 0 &- $0 })
    #expect(try run(ints) { 3 - $0 * 2 + 1 } == ints.map { 3 &- $0 &* 2 &+ 1 })
  }

  @Test func bits() throws {
    #expect(try run(ints, others) { $0 & $1 } == zip(ints, others).map { $0 & $1 })
    #expect(try run(ints, others) { $0 | $1 } == zip(ints, others).map { $0 | $1 })
    #expect(try run(ints, others) { $0 ^ $1 } == zip(ints, others).map { $0 ^ $1 })
    #expect(try run(ints) { ~$0 } == ints.map { ~$0 })
    #expect(try run(ints) { $0 << 3 } == ints.map { $0 << 3 })
    #expect(try run(ints) { $0 >> 2 } == ints.map { $0 >> 2 })
    let unsigned = ints.map { UInt32(bitPattern: $0) }
    #expect(try run(unsigned) { $0 >> 2 } == unsigned.map { $0 >> 2 })
  }

  @Test func unsignedDivision() throws {
    let x: [UInt8] = [250, 3, 128, 7]
    #expect(try run(x) { $0 / 7 } == x.map { $0 / 7 })
    #expect(try run(x) { $0 % 5 } == x.map { $0 % 5 })
    #expect(try run(x) { $0 > 127 } == x.map { $0 > 127 })
    #expect(try run(x) { $0.to(Float.self) } == x.map { Float($0) })
  }

  @Test func floatArithmetic() throws {
    #expect(try run(floats) { $0 * 2 + 0.5 } == floats.map { $0 * 2 + 0.5 })
    #expect(try run(floats) { 1 / ($0 + 3.0) } == floats.map { 1 / ($0 + 3) })
    #expect(try run(floats) { $0 % 1.5 } == floats.map { fmodf($0, 1.5) })
    let halves = floats.map { Float16($0) }
    #expect(try run(halves) { $0 / 3 } == halves.map { Float16(Float($0) / 3) })
    #expect(try run(halves) { $0 * $0 } == halves.map { $0 * $0 })
  }

  @Test func compoundAssignment() throws {
    let result = try run(ints) { x in
      var y = x
      y += 1
      y -= x
      y *= 6
      y /= 2
      y <<= 1
      return y
    }
    #expect(result == ints.map { _ in 6 })
  }

  @Test func comparisons() throws {
    #expect(try run(ints, others) { $0 < $1 } == zip(ints, others).map { $0 < $1 })
    #expect(try run(ints, others) { $0 <= $1 } == zip(ints, others).map { $0 <= $1 })
    #expect(try run(ints, others) { $0 == $1 } == zip(ints, others).map { $0 == $1 })
    #expect(try run(ints) { $0 != 7 } == ints.map { $0 != 7 })
    #expect(try run(floats) { $0 >= 0.25 } == floats.map { $0 >= 0.25 })
    #expect(try run([Float.nan, 1]) { $0 == $0 } == [false, true])
    #expect(try run([Float.nan, 1]) { $0 != $0 } == [true, false])
  }

  @Test func logic() throws {
    #expect(try run(ints) { $0 > 0 && $0 < 8 } == ints.map { $0 > 0 && $0 < 8 })
    #expect(try run(ints) { $0 > 7 || $0 < 0 } == ints.map { $0 > 7 || $0 < 0 })
    #expect(try run(ints) { !($0 > 7) ^ ($0 == 0) } == ints.map { ($0 <= 7) != ($0 == 0) })
    #expect(try run(ints) { $0 > 0 && true } == ints.map { $0 > 0 })
    #expect(try run(ints) { false || $0 > 0 } == ints.map { $0 > 0 })
    #expect(try run(ints) { ($0 > 0) == ($0 > 5) } == ints.map { ($0 > 0) == ($0 > 5) })
  }

  @Test func extremes() throws {
    #expect(try run(ints, others) { max($0, $1) } == zip(ints, others).map { max($0, $1) })
    #expect(try run(ints) { min($0, 3) } == ints.map { min($0, 3) })
    #expect(try run(floats) { clamp($0, -1, 2) } == floats.map { min(max($0, -1), 2) })
    #expect(try run([Float.nan, 1]) { max($0, 0.5) } == [0.5, 1])
    #expect(try run([Float.nan, 1]) { max($0, 0.5, nan: .all) }[0].isNaN)
    let brains: [BFloat16] = [1.5, -2]
    #expect(try run(brains) { max($0, 0) } == [1.5, 0])
  }

  @Test func selection() throws {
    #expect(try run(ints) { select($0 > 3, $0, -1) } == ints.map { $0 > 3 ? $0 : -1 })
    #expect(try run(floats) { select($0 > 0, 0.5, $0) } == floats.map { $0 > 0 ? 0.5 : $0 })
  }

  @Test func conversions() throws {
    #expect(try run(floats) { $0.to(Int32.self) } == floats.map { Int32($0) })
    #expect(try run(floats) { $0.to(Bool.self) } == floats.map { $0 != 0 })
    #expect(try run(floats) { $0.to(Float8E4M3.self).to(Float.self) } == floats.map { Float8E4M3($0).floatValue })
    #expect(try run([Float(1000)]) { $0.to(Float8E4M3.self).to(Float.self) } == [448])
    #expect(try run(ints) { $0.to(Int8.self) } == ints.map { Int8(truncatingIfNeeded: $0) })
    #expect(try run(ints) { $0.to(Int64.self) } == ints.map { Int64($0) })
    #expect(try run(floats) { $0.bitcast(to: UInt32.self) } == floats.map(\.bitPattern))
    #expect(try run([Float(2.9999)]) { $0.to(Float16.self, rounding: .towardZero) } == [2.998])
    #expect(try run([Float(2.9999)]) { $0.to(Float16.self) } == [3])
  }

  @Test func mathematics() throws {
    let positive: [Float] = [0.5, 1, 2, 7.25]
    func near(_ x: [Float], _ y: [Float]) -> Bool {
      zip(x, y).allSatisfy { abs($0 - $1) <= 1e-5 * max(1, abs($1)) }
    }
    #expect(near(try run(positive) { exp($0) }, positive.map { Foundation.exp($0) }))
    #expect(near(try run(positive) { exp2($0) }, positive.map { Foundation.exp2($0) }))
    #expect(near(try run(positive) { log($0) }, positive.map { Foundation.log($0) }))
    #expect(near(try run(positive) { log2($0) }, positive.map { Foundation.log2($0) }))
    #expect(near(try run(positive) { sin($0) }, positive.map { Foundation.sin($0) }))
    #expect(near(try run(positive) { cos($0) }, positive.map { Foundation.cos($0) }))
    #expect(near(try run(positive) { erf($0) }, positive.map { Foundation.erf($0) }))
    #expect(near(try run(positive) { sqrt($0) }, positive.map { $0.squareRoot() }))
    #expect(near(try run(positive) { rsqrt($0) }, positive.map { 1 / $0.squareRoot() }))
    #expect(near(try run(positive) { sigmoid($0) }, positive.map { 1 / (1 + Foundation.exp(-$0)) }))
    #expect(try run(floats) { floor($0) } == floats.map { $0.rounded(.down) })
    #expect(try run(floats) { ceil($0) } == floats.map { $0.rounded(.up) })
    #expect(try run(floats) { abs($0) } == floats.map { $0.magnitude })
    #expect(try run(floats) { fma($0, $0, $0) } == floats.map { $0.addingProduct($0, $0) })
    #expect(try run(positive) { sqrtRounded($0) } == positive.map { $0.squareRoot() })
    #expect(try run(positive) { divideRounded($0, $0 + 1) } == positive.map { $0 / ($0 + 1) })
    let wide: [UInt32] = [0xFFFF_FFFF, 12, 1 << 31, 3]
    #expect(
      try run(wide) { multiplyHigh($0, $0) } == wide.map { $0.multipliedFullWidth(by: $0).high })
    let rows = try run(positive, shape: [2, 2]) { softmax($0, axis: 1) }
    #expect(abs(rows[0] + rows[1] - 1) < 1e-6 && abs(rows[2] + rows[3] - 1) < 1e-6)
  }

  @Test func deviceLibrary() throws {
    let x: [Float] = [0.1, 0.5, -0.7, 0.9]
    func near(_ x: [Float], _ y: [Float]) -> Bool {
      zip(x, y).allSatisfy { abs($0 - $1) <= 1e-5 * max(1, abs($1)) }
    }
    #expect(near(try run(x) { tanh($0) }, x.map { Foundation.tanh($0) }))
    #expect(near(try run(x) { log1p($0) }, x.map { Foundation.log1p($0) }))
    #expect(near(try run(x) { pow(abs($0), $0) }, x.map { Foundation.pow(abs($0), $0) }))
    let doubles: [Double] = [1.5, -2.75]
    #expect(try run(doubles) { Libdevice.trunc($0) } == [1, -2])
    #expect(try run([Float.nan, 1]) { isnan($0) } == [true, false])
    #expect(try run([Int32(12), 0]) { Libdevice.popc($0) } == [2, 0])
    #expect(try run([Int32(1), 0]) { Libdevice.clz($0) } == [31, 32])
    #expect(try run([Float(2.5)]) { Libdevice.float2uintRn($0) } == [2])
    #expect(try run([Float(1)], [Float(3)]) { Libdevice.divRz($0, $1) } == [Float(0.33333331)])
    #expect(try run([Float(3)], [Int32(2)]) { Libdevice.pow($0, $1) } == [9])
  }
}
