/// Finds bytes in large texts, eight at a time: a text is searched before anything limits its size.
extension Array where Element == UInt8 {
  /// The first place from `start` on that holds `byte`.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    return firstIndex(from: start) { $0 == byte } mayHold: { ($0 ^ pattern).hasZeroByte }
  }

  /// The first place that holds no ASCII character, or NUL.
  package var firstSpecialIndex: Int? {
    firstIndex(from: 0) {
      $0 == 0 || $0 >= 0x80
    } mayHold: {
      $0 & 0x8080_8080_8080_8080 != 0 || $0.hasZeroByte
    }
  }

  /// - Parameter mayHold: false only if none of eight bytes is the one wanted.
  private func firstIndex(
    from start: Int, where isWanted: (UInt8) -> Bool, mayHold: (UInt64) -> Bool
  ) -> Int? {
    withUnsafeBytes { buffer in
      var index = start
      while index < buffer.count {
        if index + 8 <= buffer.count,
          !mayHold(buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          index += 8
          continue
        }
        let end = Swift.min(index + 8, buffer.count)
        while index < end {
          if isWanted(buffer[index]) { return index }
          index += 1
        }
      }
      return nil
    }
  }
}

extension UInt64 {
  /// One of the eight bytes is zero; may also be true if one is not.
  fileprivate var hasZeroByte: Bool {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 != 0
  }
}
