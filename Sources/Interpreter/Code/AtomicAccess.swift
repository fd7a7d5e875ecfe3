import IR

/// What an atomic operation needs to know besides its operands.
struct AtomicAccess: Sendable {
  let element: ElementType
  let shape: Shape
  let ordering: MemoryOrdering
}
