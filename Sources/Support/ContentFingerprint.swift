/// 128 bits that tell large files apart quickly: those of a program or a library.
///
/// They notice every change of a byte, as by another version, but somebody who wants to can make
/// two files with equal ones. `SHA256` is for what must hold against that.
package struct ContentFingerprint: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// The fingerprint of `bytes`.
  package init(of bytes: [UInt8]) {
    var lanes = (seeds.0, seeds.1)
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset + 16 <= buffer.count {
        let first = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let second = buffer.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
        lanes.0 = mixed(lanes.0 ^ UInt64(littleEndian: first))
        lanes.1 = mixed(lanes.1 ^ UInt64(littleEndian: second))
        offset = offset &+ 16
      }
      while offset < buffer.count {
        lanes.0 = mixed(lanes.0 ^ UInt64(buffer[offset]))
        offset += 1
      }
    }
    let count = UInt64(bytes.count)
    high = mixed(mixed(lanes.0 ^ count) &+ lanes.1)
    low = mixed(mixed(lanes.1 &+ count) ^ high)
  }

  /// The fingerprint of what the file at `path` holds.
  /// - Throws: a `FileError` when it cannot be read or has more than `limit` bytes.
  package init(ofFileAt path: String, limit: Int = 1 << 30) throws(FileError) {
    self.init(of: try readFile(at: path, limit: limit))
  }

  /// 32 hexadecimal digits.
  package var description: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// What the two lanes begin with: any two numbers that differ.
private let seeds: (UInt64, UInt64) = (0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f)

/// A one-to-one map, so that a difference in one word is still one after all later words.
private func mixed(_ word: UInt64) -> UInt64 {
  let product = word &* 0xff51_afd7_ed55_8ccd
  return product ^ (product &>> 32)
}
