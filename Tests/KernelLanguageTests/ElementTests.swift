import Nereid
import Testing

/// Elements that NVIDIA's devices do not compute with.
@Suite struct ElementTests {
  @Test func everyByteOfFloat8E4M3B15IsReadAsItIsConverted() throws {
    let bytes = (0...255).map { Float8E4M3B15(bitPattern: UInt8($0)) }
    let wide: [Float] = try run(bytes) { $0.to(Float.self) }
    for (byte, value) in zip(bytes, wide) {
      let exponent = Int(byte.bitPattern >> 3 & 0xF)
      let fraction = Float(byte.bitPattern & 7) / 8
      let magnitude =
        exponent == 0
        ? Float(sign: .plus, exponent: -14, significand: fraction)
        : Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
      #expect(value == (byte.bitPattern >= 0x80 ? -magnitude : magnitude))
      #expect(byte.floatValue == value)
    }
  }

  @Test func float8E4M3B15RoundsToNearestAndSaturates() throws {
    let step = Float(0x1p-17)
    let values: [Float] = [
      0, -0.0, 1, 1.0624, 1.0625, 1.0626, -1.0625, 1.75, 1.8125, 1.9, 100, -.infinity, .nan,
      step / 2, step / 2.01, 1e-30,
    ]
    let found: [UInt8] = try run(values) { $0.to(Float8E4M3B15.self).bitcast(to: UInt8.self) }
    #expect(
      found == [
        0, 0x80, 0x78, 0x78, 0x79, 0x79, 0xF9, 0x7E, 0x7E, 0x7E, 0x7E, 0xFE, 0x7E, 1, 0, 0,
      ])
    #expect(values.map { Float8E4M3B15($0).bitPattern } == found)
  }

  @Test func float8E4M3B15ComesFromEveryNumber() throws {
    let half: [UInt8] = try run([Float16(1.0625), -0.25]) {
      $0.to(Float8E4M3B15.self).bitcast(to: UInt8.self)
    }
    #expect(half == [0x79, 0xE8])
    let double: [UInt8] = try run([1.0625, -0.25] as [Double]) {
      $0.to(Float8E4M3B15.self).bitcast(to: UInt8.self)
    }
    #expect(double == [0x79, 0xE8])
    let integer: [UInt8] = try run([1, -3] as [Int32]) {
      $0.to(Float8E4M3B15.self).bitcast(to: UInt8.self)
    }
    #expect(integer == [0x78, 0xFE])
    let kept: [Float8E4M3B15] = try run([Float8E4M3B15(0.5), Float8E4M3B15(1.5)]) {
      $0.to(Float8E4M3B15.self)
    }
    #expect(kept.map(\.floatValue) == [0.5, 1.5])
  }

  @Test func floatsWithoutNegativeZero() throws {
    let narrow: [UInt8] = try run([1, -0.0, 240, 1000, .nan, 0, 0, 0] as [Float]) {
      $0.to(Float8E4M3FNUZ.self).bitcast(to: UInt8.self)
    }
    #expect(narrow == [0x40, 0, 0x7F, 0x7F, 0x80, 0, 0, 0])
    #expect(Float8E4M3FNUZ(bitPattern: 0x7F).floatValue == 240)
    #expect(Float8E5M2FNUZ(bitPattern: 0x7F).floatValue == 57344)
    let back: [Float] = try run([Float8E5M2FNUZ(1.5), -3]) { $0.to(Float.self) }
    #expect(back == [1.5, -3])
  }
}
