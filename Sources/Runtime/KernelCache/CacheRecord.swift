import Support

/// The bytes of one file of the cache: a mark, the key, the length and the digest of what follows.
///
///     "nereid-kernel\n\0\0" | version (8) | key (32) | length (8) | digest (32) | content
package enum CacheRecord {
  /// The version of the format; another one is not read.
  static let version: UInt64 = 1
  /// How a record begins.
  private static let mark = Array("nereid-kernel\n\0\0".utf8)
  /// How many bytes stand before the content.
  private static let headerSize =
    mark.count + 8 + SHA256Digest.byteCount + 8
    + SHA256Digest.byteCount
  /// The most bytes that a record may have.
  static let sizeLimit = headerSize + contentLimit
  /// The most bytes that the content may have.
  package static let contentLimit = 64 << 20

  /// A record that holds `content` for `key`.
  package static func bytes(of content: [UInt8], for key: KernelCacheKey) -> [UInt8] {
    header(of: content, for: key) + content
  }

  /// The content of `record`; `nil` if anything about it is not as it was written for `key`.
  package static func content(of record: [UInt8], for key: KernelCacheKey) -> [UInt8]? {
    guard record.count >= headerSize, record.count <= sizeLimit else { return nil }
    let content = Array(record[headerSize...])
    // The header follows from the key and the content, so there is nothing to take apart.
    return record.starts(with: header(of: content, for: key)) ? content : nil
  }

  private static func header(of content: [UInt8], for key: KernelCacheKey) -> [UInt8] {
    var numbers = RecordWriter()
    numbers.write(version)
    numbers.write(count: content.count)
    return mark + numbers.bytes[..<8] + key.digest.bytes + numbers.bytes[8...]
      + SHA256.digest(of: content).bytes
  }
}
