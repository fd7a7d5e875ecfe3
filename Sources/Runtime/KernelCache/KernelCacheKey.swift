import Support

/// What a compiled kernel is found by: a digest of everything that it depends on.
package struct KernelCacheKey: Hashable, Sendable, CustomStringConvertible {
  /// The digest of the inputs.
  package let digest: SHA256Digest

  /// The key with the given digest.
  package init(_ digest: SHA256Digest) { self.digest = digest }

  /// 64 hexadecimal digits.
  package var description: String { digest.hexadecimal }
}
