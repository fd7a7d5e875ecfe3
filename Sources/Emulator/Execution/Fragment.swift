/// Lanes of a warp that execute the same instruction.
struct Fragment {
  /// What a fragment does next.
  enum State: Equatable {
    case ready
    /// It waits for the other lanes of its join.
    case joined
    /// It waits at the barrier of that number.
    case barrier(Int)
    /// It waits for the other lanes that its instruction names.
    case collective(UInt32)
  }

  /// The lanes.
  var mask: UInt32
  /// The instruction that comes next.
  var pc: Int
  /// Where the lanes meet others again, an index of the warp's joins; -1 if nowhere.
  var join: Int
  /// Where calls return to, the innermost last.
  var returns: [Int] = []
  var state = State.ready
}

/// A place where lanes that a branch separated meet again.
struct Join {
  /// The instruction where they meet.
  var pc: Int
  /// The lanes that have to come; those that end are taken out.
  var expected: UInt32
  /// The lanes that came.
  var arrived: UInt32 = 0
  /// The join that they belong to afterwards.
  var parent: Int
  var returns: [Int]
}
