import Arithmetic

/// How a float is written: in decimal if that gives its bits back, else as its bits.
///
/// Follows MLIR, so that a text read and written stays as it was: six digits and an exponent if they
/// suffice, else as many digits as the format needs to tell its numbers apart.
struct FloatText {
  let bits: UInt64
  let type: ScalarType

  /// Larger decimal exponents are not written as zeros.
  private static let paddingLimit = 3
  private static let shortDigits = 6

  var text: String {
    guard let format = type.floatFormat, !format.isNaN(bits), !format.isInfinite(bits) else {
      return pattern
    }
    if format.isZero(bits) { return (format.isNegative(bits) ? "-" : "") + "0.000000e+00" }
    let exact = DecimalExpansion(format.decode(bits).magnitude)
    for candidate in [short(exact), long(exact, format)] where isExact(candidate, in: format) {
      return (format.isNegative(bits) ? "-" : "") + candidate
    }
    return pattern
  }

  /// `0x7FC0`
  private var pattern: String { "0x" + bits.hexadecimal(digits: 1) }

  private func isExact(_ candidate: String, in format: FloatFormat) -> Bool {
    candidate.contains(".")
      && DecimalLiteral(candidate.utf8, isNegative: format.isNegative(bits)).bits(in: format)
        == bits
  }

  /// `1.500000e+00`
  private func short(_ exact: DecimalExpansion) -> String {
    let rounded = exact.roundedAsLLVM(to: Self.shortDigits)
    let fraction = rounded.digits.dropFirst().text
    let zeros = String(repeating: "0", count: Self.shortDigits - fraction.count)
    let exponent = rounded.leadingExponent
    let magnitude = String(exponent.magnitude)
    return "\(rounded.digits[0]).\(fraction)\(zeros)e\(exponent < 0 ? "-" : "+")"
      + (magnitude.count < 2 ? "0" : "") + magnitude
  }

  /// `0.693147182`, `1.17549435E-38`
  private func long(_ exact: DecimalExpansion, _ format: FloatFormat) -> String {
    // Steele and White: 2 + floor(bits / log2(10)) digits tell all numbers apart.
    let limit = 2 + (format.mantissaBits + 1) * 59 / 196
    let rounded = exact.roundedAsLLVM(to: limit)
    let (digits, exponent) = (rounded.digits, rounded.exponent)
    if exponent >= 0 {
      if exponent <= Self.paddingLimit, digits.count + exponent <= limit {
        return digits[...].text + String(repeating: "0", count: exponent)
      }
    } else if rounded.leadingExponent >= 0 {
      let whole = digits.count + exponent
      return digits[..<whole].text + "." + digits[whole...].text
    } else if -rounded.leadingExponent <= Self.paddingLimit {
      let zeros = String(repeating: "0", count: -rounded.leadingExponent - 1)
      return "0." + zeros + digits[...].text
    }
    let fraction = digits.count == 1 ? "0" : digits.dropFirst().text
    return "\(digits[0]).\(fraction)E\(rounded.leadingExponent < 0 ? "" : "+")"
      + "\(rounded.leadingExponent)"
  }
}

extension ArraySlice<UInt8> {
  /// The digits as characters.
  fileprivate var text: String { map(String.init).joined() }
}
