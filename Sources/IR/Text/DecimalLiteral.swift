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
    let double = Double(text) ?? .infinity
    switch format {
    case .f64: return double.bitPattern | (isNegative ? 1 << 63 : 0)
    case .f32:
      let float = Float(text) ?? .infinity
      return UInt64(float.bitPattern | (isNegative ? 1 << 31 : 0))
    default:
      guard double.isFinite, double != 0 else {
        return format.encode(isNegative ? -double : double)
      }
      return narrowed(double, to: format)
    }
  }

  /// Rounds `double`, which is this number already rounded once, as if it were not.
  ///
  /// That only matters where it lies in the middle between two numbers of the format.
  private func narrowed(_ double: Double, to format: FloatFormat) -> UInt64 {
    let significand = double.significandBitPattern | 1 << 52
    let exponent = Int(double.exponentBitPattern) - 1075
    guard double.isNormal, significand.trailingZeroBitCount > 8 else {
      return format.encode(isNegative ? -double : double)
    }
    // Two more bits hold on which side of `double` the number lies.
    var wide = significand << 2
    switch comparison(with: double) {
    case 0: break
    case 1: wide += 1
    default: wide -= 1
    }
    return format.encode(negative: isNegative, significand: wide, exponent: exponent - 2)
  }

  /// 1 if this number is larger than `double`, -1 if it is smaller, 0 if it is the same.
  private func comparison(with double: Double) -> Int {
    let exact = DecimalExpansion(double)
    let parts = text.utf8.split(whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
    let point = parts[0].firstIndex(of: UInt8(ascii: "."))
    let whole = parts[0].prefix { $0 != UInt8(ascii: ".") }.count
    let written = parts[0].compactMap { $0 == UInt8(ascii: ".") ? nil : $0 - 0x30 }
    let digits = written.drop { $0 == 0 }
    let zeros = written.count - digits.count
    let exponent = parts.count > 1 ? Int(String(parts[1]) ?? "") ?? 0 : 0
    let leading = (point == nil ? written.count : whole) - zeros - 1 + exponent
    if leading != exact.leadingExponent { return leading > exact.leadingExponent ? 1 : -1 }
    for (index, digit) in digits.enumerated() {
      let other = index < exact.digits.count ? exact.digits[index] : 0
      if digit != other { return digit > other ? 1 : -1 }
    }
    return exact.digits.dropFirst(digits.count).contains { $0 != 0 } ? -1 : 0
  }
}
