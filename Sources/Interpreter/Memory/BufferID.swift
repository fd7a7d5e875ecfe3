/// Names a buffer of a ``Memory``.
public struct BufferID: Hashable, Sendable {
  let index: Int
}
