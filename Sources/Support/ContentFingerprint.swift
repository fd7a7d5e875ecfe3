/// 128 bits that tell large files apart quickly: those of a program or a library.
///
/// They notice every change of a byte, as by another version, but somebody who wants to can make
/// two files with equal ones. `SHA256` is for what must hold against that.
package struct ContentFingerprint: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// The fingerprint of `bytes`.
  package init(of bytes: [UInt8]) {
    var lanes = Lanes()
    bytes.withUnsafeBytes { lanes.add($0) }
    self.init(lanes)
  }

  /// The fingerprint of what the file at `path` holds.
  /// - Throws: a `FileError` when it cannot be read or has more than `limit` bytes.
  package init(ofFileAt path: String, limit: Int = 1 << 30) throws(FileError) {
    var lanes = Lanes()
    try readChunks(ofFileAt: path, limit: limit) { lanes.add($0) }
    self.init(lanes)
  }

  private init(_ lanes: Lanes) {
    let count = UInt64(lanes.count)
    high = mixed(mixed(lanes.first ^ count) &+ lanes.second)
    low = mixed(mixed(lanes.second &+ count) ^ high)
  }

  /// 32 hexadecimal digits.
  package var description: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// What the bytes so far come to.
private struct Lanes {
  // Any two numbers that differ.
  var first: UInt64 = 0x9e37_79b9_7f4a_7c15
  var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f
  var count = 0

  /// Adds `bytes`; all but the last that are added have a multiple of 16.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 16 <= bytes.count {
      let low = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let high = bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      first = mixed(first ^ UInt64(littleEndian: low))
      second = mixed(second ^ UInt64(littleEndian: high))
      offset = offset &+ 16
    }
    while offset < bytes.count {
      first = mixed(first ^ UInt64(bytes[offset]))
      offset += 1
    }
    count += bytes.count
  }
}

/// A one-to-one map, so that a difference in one word is still one after all later words.
private func mixed(_ word: UInt64) -> UInt64 {
  let product = word &* 0xff51_afd7_ed55_8ccd
  return product ^ (product &>> 32)
}
