/// An access to a part of shared memory by the threads of a block.
package struct SharedAccess: Equatable, Sendable {
  /// Whether memory is read or changed.
  package enum Kind: Sendable { case read, write }

  /// Whether memory is read or changed.
  package var kind: Kind
  /// The bytes, counted from the start of the block's shared memory.
  package var bytes: Range<Int>
  /// Accesses of one phase need no barrier among themselves.
  package var phase: Int

  /// An access to `bytes`.
  package init(_ kind: Kind, _ bytes: Range<Int>, phase: Int) {
    (self.kind, self.bytes, self.phase) = (kind, bytes, phase)
  }

  /// Whether threads must wait for each other between this access and `later`.
  package func conflicts(with later: SharedAccess) -> Bool {
    (kind == .write || later.kind == .write) && phase != later.phase
      && bytes.overlaps(later.bytes)
  }
}
