import IR

/// The shapes of a gather.
struct GatherShape: Sendable {
  let source: Shape
  let indices: Shape
  let axis: Int
  /// The width of the indices.
  let indexWidth: Int
}
