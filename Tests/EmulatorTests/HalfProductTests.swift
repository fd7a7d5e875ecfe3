import Arithmetic
import CMatrixProducts
import RandomTesting
import Testing

/// Products of matrices of 16-bit floats, against sums in plain Swift, element by element.
@Suite struct HalfProductTests {
  /// The numbers of A, B and C, row by row.
  private struct Factors {
    var a, b: [UInt16]
    var c: [Float]
  }

  private static func value(_ bits: UInt16, isBrain: Bool) -> Double {
    isBrain
      ? Double(Float(bitPattern: UInt32(bits) << 16)) : Double(HalfFloat.decode(bits))
  }

  /// Sums in double precision, rounded once.
  private func reference(_ factors: Factors, depth: Int, isBrain: Bool) -> [UInt32] {
    (0..<128).map { place in
      let (row, column) = (place / 8, place % 8)
      var sum = Double(factors.c[place])
      for k in 0..<depth {
        sum +=
          Self.value(factors.a[row * depth + k], isBrain: isBrain)
          * Self.value(factors.b[k * 8 + column], isBrain: isBrain)
      }
      return sum.isNaN ? 0x7FFF_FFFF : Float(sum).bitPattern
    }
  }

  /// What `multiply` makes of the numbers, which are put into registers and taken out of them by the
  /// formulas of the specification (PTX ISA 9.7.14.5.7 and 9.7.14.5.8).
  private func product(
    _ factors: Factors, depth: Int, isBrain: Bool,
    by multiply: (UnsafePointer<HalfProduct>, Int32, Bool) -> Void
  ) -> [UInt32] {
    var halves = [UInt16](repeating: 0, count: 6 * 64)
    var floats = [Float](repeating: 0, count: 4 * 32)
    for lane in 0..<32 {
      let (group, member) = (lane / 4, lane % 4)
      for part in 0..<2 {
        for register in 0..<(depth / 4) {
          let row = group + (register % 2) * 8
          let k = member * 2 + part + register / 2 * 8
          halves[register * 64 + lane * 2 + part] = factors.a[row * depth + k]
        }
        for register in 0..<(depth / 8) {
          let k = member * 2 + part + register * 8
          halves[(4 + register) * 64 + lane * 2 + part] = factors.b[k * 8 + group]
        }
        for half in 0..<2 {
          floats[(half * 2 + part) * 32 + lane] =
            factors.c[(group + half * 8) * 8 + member * 2 + part]
        }
      }
    }
    halves.withUnsafeBufferPointer { halves in
      floats.withUnsafeMutableBufferPointer { floats in
        let (h, f) = (halves.baseAddress!, floats.baseAddress!)
        var registers = HalfProduct(
          a: (h, h + 64, h + 128, h + 192), b: (h + 256, h + 320),
          c: (
            UnsafePointer(f), UnsafePointer(f + 32), UnsafePointer(f + 64), UnsafePointer(f + 96)
          ),
          d: (f, f + 32, f + 64, f + 96))
        multiply(&registers, Int32(depth), isBrain)
      }
    }
    return (0..<128).map { place in
      let (row, column) = (place / 8, place % 8)
      let register = row / 8 * 2 + column % 2
      return floats[register * 32 + row % 8 * 4 + column / 2].bitPattern
    }
  }

  @Test(arguments: [8, 16], [false, true])
  func sumsAreThoseOfEachElement(depth: Int, isBrain: Bool) {
    var random = SplitMix(seed: 7)
    for round in 0..<200 {
      // In every fourth round any bits: infinities, NaNs, and subnormal numbers.
      func half() -> UInt16 {
        let bits = UInt16(truncatingIfNeeded: random.next())
        if round % 4 == 0 { return bits }
        return isBrain ? bits & 0x807F | 0x3F00 | bits >> 2 & 0x80 : bits & 0x8FFF | 0x3000
      }
      func float() -> Float {
        let bits = UInt32(truncatingIfNeeded: random.next())
        return round % 4 == 0 ? Float(bitPattern: bits) : Float(Int32(bitPattern: bits)) * 0x1p-30
      }
      let factors = Factors(
        a: (0..<(16 * depth)).map { _ in half() }, b: (0..<(8 * depth)).map { _ in half() },
        c: (0..<128).map { _ in float() })
      let expected = reference(factors, depth: depth, isBrain: isBrain)
      for multiply in [multiplyHalfMatrices, multiplyHalfMatricesPortably] {
        #expect(product(factors, depth: depth, isBrain: isBrain, by: multiply) == expected)
      }
    }
  }
}
