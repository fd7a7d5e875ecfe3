import Arithmetic
import RandomTesting

/// Bit patterns that conversions and functions are tried on.
enum NotableNumbers {
  /// `count` patterns of `width` bits: all of them where there are so few, otherwise those near the
  /// edges of all formats and random ones, of which half are near one in magnitude.
  static func patterns(width: Int, count: Int) -> [UInt64] {
    if width < 63, 1 << width <= count { return (0..<UInt64(count)).map { $0 % (1 << width) } }
    var result: [UInt64] = []
    let edges = width == 32 ? edges32 : edges64
    for edge in edges {
      for offset in -2...2 {
        let bits = edge &+ UInt64(bitPattern: Int64(offset))
        result.append(bits)
        result.append(bits ^ 1 << UInt64(width - 1))
      }
    }
    var source = SplitMix(seed: UInt64(width))
    while result.count < count {
      let bits = source.next()
      let isNear = source.next() & 1 == 0
      result.append(isNear ? near(bits, width: width) : bits)
    }
    let mask: UInt64 = width == 64 ? .max : 1 << UInt64(width) - 1
    return result.prefix(count).map { $0 & mask }
  }

  /// A float between 2^-40 and 2^40 with few significant bits half of the time.
  private static func near(_ bits: UInt64, width: Int) -> UInt64 {
    let exponent = Int(bits % 81) - 40
    var significand = 1 + Double(bits >> 12) * 0x1p-52
    if bits & 0x100 != 0 { significand = (significand * 1024).rounded() / 1024 }
    let value = Double(
      sign: bits & 0x80 == 0 ? .plus : .minus, exponent: exponent, significand: significand)
    return width == 32 ? UInt64(Float(value).bitPattern) : value.bitPattern
  }

  private static let values: [Double] =
    [
      0, 1, 2, 3, 0.5, 1.5, 2.5, 127, 128, 255, 256, 32767, 32768, 65504, 65519, 65520, 65535,
      65536,
      448, 464, 480, 240, 248, 57344, 61440, 61439, 61441, 0x1p31, 0x1p32, 0x1p63, 0x1p64, 0x1p-14,
      0x1p-24, 0x1p-25, 0x1p-6, 0x1p-9, 0x1p-10, 0x1p-16, 0x1p-17, 0x1p-126, 0x1p-149, 0x1p-133,
      0x1p-134, 0x1p-150, 3.3895313892515355e38, 3.4e38, .infinity, 100, 88.7, 709.78,
      16_777_217, 33_554_433, 0x1.008p0, 0x1.018p0, 0x1.002p0, 0x1.006p0,
    ]

  private static let edges32: [UInt64] =
    values.map { UInt64(Float($0).bitPattern) }
    + [0x7F80_0001, 0x7FC0_0000, 0x7FFF_FFFF, 0x7FFF_FFFD, 0x0080_0000, 0x007F_FFFF]

  private static let edges64: [UInt64] =
    values.map(\.bitPattern)
    + [
      0x7FF0_0000_0000_0001, 0x7FF8_0000_0000_0000, 0x7FFF_FFFF_FFFF_FFFD, 0x0010_0000_0000_0000,
      Double(0x1.01p0 + 0x1p-40).bitPattern, Double(0x1.008p0 - 0x1p-50).bitPattern,
      Double(0x1.1p0 + 0x1p-52).bitPattern, Double(0x1.08p0 + 0x1p-45).bitPattern,
      0x7FEF_FFFF_FFFF_FFFD,
    ]
}
