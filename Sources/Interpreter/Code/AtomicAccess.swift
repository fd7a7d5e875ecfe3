import IR

/// What an atomic operation needs to know besides its operands.
struct AtomicAccess: Sendable {
  let element: ElementType
  let shape: Shape
  let ordering: MemoryOrdering
}

/// An atomic operation that combines memory with a value; its operands are in order: pointer,
/// value, mask.
struct AtomicUpdate: Sendable {
  let operation: AtomicOperation
  let access: AtomicAccess
}
