/// The place in a frame of an SSA value.
struct FrameSlot: Sendable {
  var value: RuntimeValue
  /// An ``OverflowMark`` for each element, where one is set.
  var marks: TileValue?

  init(_ value: RuntimeValue, marks: TileValue? = nil) { (self.value, self.marks) = (value, marks) }

  /// What stands in a slot before its value is computed.
  static let empty = FrameSlot(.tile(.uniform(0)))
}
