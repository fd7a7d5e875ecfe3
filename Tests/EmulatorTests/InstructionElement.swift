/// What the elements of a buffer are, as a case writes it: `x32` for bits, `f32` for floats.
struct InstructionElement: Hashable, Sendable {
  /// The bits of a float: the exponent and the mantissa.
  struct FloatLayout: Hashable, Sendable {
    var exponent: Int
    var mantissa: Int
    /// The highest exponent holds infinities; otherwise numbers, and NaN is all ones.
    var hasInfinity = true
  }

  /// How many bytes an element has.
  let byteCount: Int
  /// The bits of a float; nil for elements that are compared bit by bit.
  let layout: FloatLayout?

  /// The element that is written `name`, if there is one.
  init?(_ name: Substring) {
    switch name {
    case "x8": (byteCount, layout) = (1, nil)
    case "x16": (byteCount, layout) = (2, nil)
    case "x32": (byteCount, layout) = (4, nil)
    case "x64": (byteCount, layout) = (8, nil)
    case "e4m3":
      (byteCount, layout) = (1, FloatLayout(exponent: 4, mantissa: 3, hasInfinity: false))
    case "e5m2": (byteCount, layout) = (1, FloatLayout(exponent: 5, mantissa: 2))
    case "f16": (byteCount, layout) = (2, FloatLayout(exponent: 5, mantissa: 10))
    case "bf16": (byteCount, layout) = (2, FloatLayout(exponent: 8, mantissa: 7))
    case "f32": (byteCount, layout) = (4, FloatLayout(exponent: 8, mantissa: 23))
    case "f64": (byteCount, layout) = (8, FloatLayout(exponent: 11, mantissa: 52))
    default: return nil
    }
  }

  private var signBit: UInt64 { 1 << UInt64(8 * byteCount - 1) }

  /// Whether `bits` are a zero of either sign.
  func isZero(_ bits: UInt64) -> Bool { bits & (signBit - 1) == 0 }

  /// Whether `bits` are no number.
  func isNaN(_ bits: UInt64) -> Bool {
    guard let layout else { return false }
    let magnitude = bits & (signBit - 1)
    if !layout.hasInfinity { return magnitude == signBit - 1 }
    return magnitude > infinity(layout)
  }

  /// The number that `bits` are; nil for infinities, NaN and what is no float.
  func value(_ bits: UInt64) -> Double? {
    guard let layout, !isNaN(bits) else { return nil }
    let magnitude = bits & (signBit - 1)
    if layout.hasInfinity, magnitude == infinity(layout) { return nil }
    let field = Int(magnitude >> UInt64(layout.mantissa))
    let bias = 1 << (layout.exponent - 1) - 1
    let isSubnormal = field == 0
    let fraction = magnitude & (1 << UInt64(layout.mantissa) - 1)
    let significand = isSubnormal ? fraction : fraction | 1 << UInt64(layout.mantissa)
    let scale = (isSubnormal ? 1 : field) - bias - layout.mantissa
    let result = Double(sign: .plus, exponent: scale, significand: Double(significand))
    return bits & signBit == 0 ? result : -result
  }

  private func infinity(_ layout: FloatLayout) -> UInt64 {
    (1 << UInt64(layout.exponent) - 1) << UInt64(layout.mantissa)
  }

  /// The elements that `bytes` hold.
  func elements(of bytes: [UInt8]) -> [UInt64] {
    stride(from: 0, to: bytes.count, by: byteCount).map { start in
      bytes[start..<(start + byteCount)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// The bytes of an element.
  func bytes(of bits: UInt64) -> [UInt8] {
    (0..<byteCount).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
  }
}
