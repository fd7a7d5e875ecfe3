/// One of the barriers of a block.
struct BlockBarrier {
  /// How many a block has.
  static let count = 16

  /// A part of a warp that waits.
  struct Waiter {
    var warp: Int
    var mask: UInt32
    var pc: Int
  }

  /// How many threads have to come; -1 for all of the block.
  var expected = -1
  /// How many came.
  var arrived = 0
  /// Lanes that came, to be compared with all of the block.
  var arrivedLanes = 0
  /// Who waits.
  var waiters: [Waiter] = []
  /// The warps that came without waiting, for the order of accesses to memory.
  var arrivals: [Int] = []
  /// How many threads came with a true predicate, and how many with any.
  var trueCount = 0
  var voteCount = 0

  /// Whether anybody came.
  var isOpen: Bool { arrived > 0 }

  /// Nobody came yet.
  mutating func close() {
    (expected, arrived, arrivedLanes, trueCount, voteCount) = (-1, 0, 0, 0, 0)
    waiters.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
  }
}
