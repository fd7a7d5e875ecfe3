#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds bytes in large texts quickly: a text is searched before anything limits its size.
extension Array where Element == UInt8 {
  /// The first place from `start` on that holds `byte`.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      guard let found = memchr(base + start, Int32(byte), buffer.count - start) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The first place that holds no ASCII character, or NUL.
  package var firstSpecialIndex: Int? {
    withUnsafeBytes { buffer in
      var index = 0
      while index < buffer.count {
        // Eight bytes at a time, until there may be one among them.
        if index + 8 <= buffer.count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let zeros = (word &- 0x0101_0101_0101_0101) & ~word
          if (word | zeros) & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        let end = Swift.min(index + 8, buffer.count)
        while index < end {
          if buffer[index] == 0 || buffer[index] >= 0x80 { return index }
          index += 1
        }
      }
      return nil
    }
  }
}
