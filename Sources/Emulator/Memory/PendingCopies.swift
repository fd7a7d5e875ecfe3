/// The asynchronous copies of a warp's lanes that no wait has completed.
struct PendingCopies {
  /// One copy of one lane.
  struct Copy {
    var lane: Int
    /// The group that it was committed to, counted for each lane; nil before.
    var group: UInt32?
    /// Where it writes in the block's shared memory.
    var target: Int
    /// The bytes that it writes, the lowest first.
    var low: UInt64
    var high: UInt64
    var byteCount: Int
    var pc: Int
  }

  /// The copies in the order of their start.
  var copies: [Copy] = []
  /// How many groups each lane committed.
  var groupCounts = Array(repeating: UInt32(0), count: 32)
}
