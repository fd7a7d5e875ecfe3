/// What the hardware gives to a kernel that was assembled.
public struct KernelResources: Hashable, Sendable {
  /// How many registers a thread has.
  public let registerCount: Int
  /// How many bytes a thread has on its stack, to which registers spill.
  public let localByteCount: Int
  /// How many bytes of shared memory a block has.
  public let sharedByteCount: Int
  /// How many blocks a multiprocessor holds at a time.
  public let blocksPerMultiprocessor: Int
}
