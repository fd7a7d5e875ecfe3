/// Random numbers that depend on a seed only (SplitMix64).
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number of `range`.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A power of two whose exponent is in `exponents`.
  mutating func power(_ exponents: ClosedRange<Int>) -> Int { 1 << number(exponents) }

  /// Numbers of at most `bits` bits.
  mutating func vectors(_ count: Int, bits: Int) -> [UInt64] {
    (0..<count).map { _ in next() & ((1 << UInt64(bits)) &- 1) }
  }

  /// The numbers below `count` in any order.
  mutating func order(_ count: Int) -> [Int] { Array(0..<count).shuffled(using: &self) }

  /// Whether to do something, half of the time.
  mutating func choice() -> Bool { next() & 1 == 1 }
}
