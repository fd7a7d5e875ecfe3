import Arithmetic

/// A float in decimal, such as `1.5e-3`, to be rounded once to a binary format.
struct DecimalLiteral {
  /// Digits with a point and maybe an exponent.
  let text: String
  let isNegative: Bool

  init(_ bytes: some Sequence<UInt8>, isNegative: Bool) {
    text = String(decoding: Array(bytes), as: UTF8.self)
    self.isNegative = isNegative
  }

  /// The bits of the number in `format`, rounded to nearest, ties to even.
  func bits(in format: FloatFormat) -> UInt64 {
    switch format {
    case .f64:
      return (Double(text) ?? 0).bitPattern | (isNegative ? 1 << 63 : 0)
    case .f32:
      return UInt64((Float(text) ?? 0).bitPattern | (isNegative ? 1 << 31 : 0))
    default:
      let value = Double(text) ?? 0
      return format.encode(isNegative ? -value : value)
    }
  }
}
