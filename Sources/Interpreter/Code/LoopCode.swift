/// A counted loop; its operands are in order: lower bound, upper bound, step, initial values.
struct LoopCode: Sendable {
  let body: Int
  /// The width of the counter.
  let width: Int
  let comparesUnsigned: Bool
}
