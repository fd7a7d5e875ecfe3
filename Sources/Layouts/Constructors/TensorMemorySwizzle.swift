/// How the tensor memory accelerator and `wgmma` swizzle shared memory; the raw value is the width
/// in bytes of a row.
public enum TensorMemorySwizzle: Int, Hashable, Sendable, CaseIterable {
  /// Rows of 16 bytes, not swizzled.
  case none = 0
  /// Rows of 32 bytes: address bit 4 is xored with bit 7.
  case bytes32 = 32
  /// Rows of 64 bytes: address bits 4 and 5 are xored with bits 7 and 8.
  case bytes64 = 64
  /// Rows of 128 bytes: address bits 4 to 6 are xored with bits 7 to 9.
  case bytes128 = 128

  /// The bytes of a row.
  public var rowBytes: Int { max(16, rawValue) }

  /// The bytes after which the pattern repeats, to a multiple of which a tile is aligned.
  public var patternBytes: Int { 8 * rowBytes }

  /// The widest one whose rows fit into `bytes` contiguous bytes, a power of two.
  public static func widest(fitting bytes: Int) -> TensorMemorySwizzle {
    allCases.last { $0.rawValue <= bytes } ?? .none
  }
}
