import IR

/// The numbers at which the rules of arithmetic change.
enum NotableBits {
  /// The bits of such numbers of `type`.
  static func of(_ type: ScalarType) -> [UInt64] {
    switch type {
    case .i1: [0, 1]
    case .i8: [0, 1, 2, 3, 7, 8, 0x7F, 0x80, 0x81, 0xFF]
    case .i16: [0, 1, 2, 15, 16, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF]
    // Zeros, ones, a half, the largest, the smallest, infinities and a NaN.
    case .f16:
      [0, 0x8000, 0x3C00, 0xBC00, 0x3800, 0x7BFF, 0x0001, 0x7C00, 0xFC00, 0x7FFF, 0x4100]
    case .f32:
      [
        0, 0x8000_0000, 0x3F80_0000, 0xBF80_0000, 0x3F00_0000, 0x7F7F_FFFF, 0x0000_0001,
        0x7F80_0000, 0xFF80_0000, 0x7FFF_FFFF, 0x4020_0000,
      ]
    default: [0, 1]
    }
  }
}
