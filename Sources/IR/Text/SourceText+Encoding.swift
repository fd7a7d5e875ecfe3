import Support

extension SourceText {
  /// Checks that this is UTF-8 without NUL and byte order mark, of at most `sizeLimit` bytes.
  func checkEncoding(sizeLimit: Int) throws(Diagnostic) {
    guard bytes.count <= sizeLimit else {
      throw diagnostic(
        "file has \(bytes.count) bytes, more than the limit of \(sizeLimit)",
        at: SourceRange(0, 0))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw diagnostic("file begins with a byte order mark", at: SourceRange(0, 3))
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw diagnostic("file is UTF-16, expected UTF-8", at: SourceRange(0, 1))
    }
    if let first = bytes.firstSpecialIndex { try checkWellFormed(from: first) }
  }

  /// Checks the bytes from `start` on, where a character begins.
  private func checkWellFormed(from start: Int) throws(Diagnostic) {
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0 {
        throw diagnostic("unexpected NUL byte", at: SourceRange(offset, offset + 1))
      }
      if byte < 0x80 {
        offset += 1
        continue
      }
      let length = lengthOfCharacter(at: offset)
      guard length > 0 else {
        let code = String(byte, radix: 16, uppercase: true)
        throw diagnostic(
          "byte 0x\(code) is not valid UTF-8 here", at: SourceRange(offset, offset + 1))
      }
      offset += length
    }
  }

  /// How many bytes the character at `offset` has; 0 if it is not well formed.
  private func lengthOfCharacter(at offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    // The second byte has a smaller range where the first leaves room for overlong forms,
    // surrogates or numbers past the last character.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
