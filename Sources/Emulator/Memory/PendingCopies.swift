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
  private(set) var groupCounts = Array(repeating: UInt32(0), count: 32)
  private var hasGroups = false

  /// The copies of a lane that belong to no group become one.
  mutating func countGroup(of lane: Int) {
    groupCounts[lane] += 1
    hasGroups = true
  }

  /// A new block begins.
  mutating func reset() {
    copies.removeAll(keepingCapacity: true)
    if hasGroups { self = PendingCopies() }
  }
}
