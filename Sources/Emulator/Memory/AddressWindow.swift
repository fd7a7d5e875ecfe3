/// Where the state spaces lie among generic addresses.
enum AddressWindow {
  /// Where a block's shared memory begins as a generic address.
  static let shared: UInt64 = 0x2000_0000_0000_0000
  /// Where a thread's local memory begins as a generic address.
  static let local: UInt64 = 0x3000_0000_0000_0000
  /// Where a kernel's parameters begin as a generic address.
  static let parameters: UInt64 = 0x4000_0000_0000_0000
  /// How far each window reaches.
  static let size: UInt64 = 1 << 32
  /// The first address of shared memory within its space. What lies below belongs to nobody, so
  /// that an address of zero is found.
  static let sharedStart = 1024
  /// The first address of local memory within its space.
  static let localStart = 1024
}
