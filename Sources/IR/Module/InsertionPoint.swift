/// A place between operations.
public enum InsertionPoint: Hashable, Sendable {
  case before(OpID)
  case after(OpID)
  case start(of: BlockID)
  case end(of: BlockID)
}
