extension String {
  /// The string in quotes, with everything but printable ASCII as `\XX`.
  var quoted: String {
    var result = "\""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\\"): result += "\\\\"
      case UInt8(ascii: "\""): result += "\\22"
      case 32..<127: result.unicodeScalars.append(UnicodeScalar(byte))
      default: result += "\\" + UInt64(byte).hexadecimal(digits: 2)
      }
    }
    return result + "\""
  }

  /// The lexer reads this as one word.
  var isWord: Bool {
    guard let first = utf8.first, first.isLetter || first == UInt8(ascii: "_") else {
      return false
    }
    return utf8.allSatisfy(\.continuesWord)
  }

  /// The string behind `@`.
  var symbolText: String { isWord ? self : quoted }

  /// The string as the name of a value: other characters become `_`.
  var valueName: String {
    var result = ""
    for scalar in unicodeScalars {
      let fits = scalar.isASCII && UInt8(scalar.value).continuesName
      result.unicodeScalars.append(fits ? scalar : "_")
    }
    guard let first = result.utf8.first else { return result }
    // Digits first would make it a number, and a point or dash last would join what follows.
    if first.isDigit { result = "_" + result }
    if result.hasSuffix("-") { result += "_" }
    return result
  }
}

extension UInt64 {
  /// The number in hexadecimal capitals with at least `digits` digits.
  func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}
