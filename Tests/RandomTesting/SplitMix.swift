/// A small generator of random bits that gives the same ones everywhere, so that a failure can be
/// repeated from its seed.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// A generator that starts from `seed`.
  package init(seed: UInt64) { state = seed }

  /// 64 random bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A number from 0 up to, but not including, `limit`.
  package mutating func next(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// One of `choices`, which are not none.
  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[next(below: choices.count)]
  }

  /// True once in `count` times.
  package mutating func isOnce(in count: Int) -> Bool { next(below: count) == 0 }

  /// A pattern of `width` bits that is often near a power of two, zero or the largest exponent.
  package mutating func pattern(width: Int) -> UInt64 {
    let bits = next() >> UInt64(64 - width)
    switch next() % 8 {
    case 0: return bits & ~0 << UInt64(width / 2)
    case 1: return bits | ((1 << UInt64(width / 2)) - 1)
    case 2: return bits & ((1 << UInt64(width / 4)) - 1)
    default: return bits
    }
  }
}
