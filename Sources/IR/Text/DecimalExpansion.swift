/// All decimal digits of a binary float: `digits` · 10^`exponent`, without leading and trailing
/// zeros.
struct DecimalExpansion {
  /// From 0 to 9, the most significant first.
  private(set) var digits: [UInt8]
  /// The power of ten of the last digit.
  private(set) var exponent: Int
  /// How many bits the integer has that all digits make, and the power of ten that goes with it.
  private var integerBits = 0
  private var integerExponent = 0

  /// The power of ten of the first digit.
  var leadingExponent: Int { exponent + digits.count - 1 }

  private init(digits: [UInt8], exponent: Int) {
    (self.digits, self.exponent) = (digits, exponent)
    while self.digits.last == 0 {
      self.digits.removeLast()
      self.exponent += 1
    }
  }

  /// - Requires: `value` is positive and finite.
  init(_ value: Double) {
    let fraction = value.significandBitPattern
    let isNormal = value.exponentBitPattern != 0
    var significand = isNormal ? fraction | 1 << 52 : fraction
    var power = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    power += zeros
    // 2^-n is 5^n / 10^n.
    var integer = BigInteger(significand)
    for _ in 0..<power.magnitude { integer.multiply(by: power < 0 ? 5 : 2) }
    let bits = integer.bitWidth
    self.init(digits: integer.takeDigits(), exponent: min(power, 0))
    (integerBits, integerExponent) = (bits, min(power, 0))
  }

  /// The nearest number with at most `count` digits; of two that are as near the larger one.
  private func rounded(to count: Int) -> DecimalExpansion {
    guard digits.count > count else { return self }
    var kept = Array(digits[..<count])
    var power = exponent + digits.count - count
    if digits[count] >= 5 {
      var index = count - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 {
        kept[index] += 1
      } else {
        kept = [1]
        power += count
      }
    }
    return DecimalExpansion(digits: kept, exponent: power)
  }

  /// The number with at most `count` digits that LLVM writes.
  ///
  /// Before it rounds, LLVM drops as many digits as the bits hold more than `count` digits need, by
  /// an estimate of 196 bits to 59 digits; what is dropped does not count when rounding.
  func roundedAsLLVM(to count: Int) -> DecimalExpansion {
    let needed = (count * 196 + 58) / 59
    let removable = max(0, integerBits - needed) * 59 / 196 - (exponent - integerExponent)
    guard removable > 0 else { return rounded(to: count) }
    return DecimalExpansion(
      digits: digits.dropLast(removable), exponent: exponent + removable
    ).rounded(to: count)
  }
}

/// An integer without bounds, as far as decimal digits need it.
private struct BigInteger {
  /// The least significant first; the last is not zero.
  private var words: [UInt32] = []

  init(_ value: UInt64) {
    words = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    trim()
  }

  var bitWidth: Int { words.count * 32 - (words.last?.leadingZeroBitCount ?? 0) }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in words.indices {
      let product = UInt64(words[index]) * factor + carry
      words[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { words.append(UInt32(carry)) }
  }

  /// The decimal digits, the most significant first; leaves zero.
  mutating func takeDigits() -> [UInt8] {
    var reversed: [UInt8] = []
    while !words.isEmpty {
      var remainder = divide(by: 1_000_000_000)
      for _ in 0..<9 {
        reversed.append(UInt8(remainder % 10))
        remainder /= 10
      }
    }
    while reversed.last == 0 { reversed.removeLast() }
    return reversed.reversed()
  }

  /// - Returns: the remainder.
  private mutating func divide(by divisor: UInt64) -> UInt64 {
    var remainder: UInt64 = 0
    for index in words.indices.reversed() {
      let part = remainder << 32 | UInt64(words[index])
      words[index] = UInt32(part / divisor)
      remainder = part % divisor
    }
    trim()
    return remainder
  }

  private mutating func trim() {
    while words.last == 0 { words.removeLast() }
  }
}
