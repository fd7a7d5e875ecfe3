import Arithmetic
import IR

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How `tt.print` writes one element.
enum PrintedValue {
  /// Floats have six digits behind the point, hexadecimal numbers all digits of their width.
  static func words(
    _ bits: UInt64, _ element: ElementType, isSigned: Bool, isHexadecimal: Bool
  ) -> String {
    if isHexadecimal || element.isPointer {
      let digits = String(bits, radix: 16)
      return "0x" + String(repeating: "0", count: max(0, element.bitWidth / 4 - digits.count))
        + digits
    }
    guard let format = element.scalar?.floatFormat else {
      // A truth value has no sign.
      return isSigned && element.bitWidth > 1
        ? "\(bits.signExtended(from: element.bitWidth))" : "\(bits)"
    }
    return fixedPoint(format.decode(bits))
  }

  private static func fixedPoint(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    // The longest has 309 digits before the point.
    var buffer = [CChar](repeating: 0, count: 330)
    _ = withVaList([value]) { vsnprintf(&buffer, buffer.count, "%f", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
