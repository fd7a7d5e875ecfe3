/// A small generator of random numbers that gives the same ones everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to, but not including, `limit`.
  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

extension SplitMix {
  /// One of `choices`, which are not none.
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  /// True once in `count` times.
  mutating func isOnce(in count: Int) -> Bool { next(below: count) == 0 }
}
