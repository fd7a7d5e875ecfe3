import IR

/// An atomic operation that combines memory with a value; its operands are in order: pointer,
/// value, mask.
struct AtomicUpdate: Sendable {
  let operation: AtomicOperation
  let access: AtomicAccess
}
