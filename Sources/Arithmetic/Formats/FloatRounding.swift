/// How a value that a float format cannot hold becomes one that it can.
///
/// The names in PTX (PTX ISA, "Rounding Modifiers"): `.rn`, `.rna`, `.rz`, `.rm`, `.rp`.
public enum FloatRounding: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// To the nearest value; a tie goes to the one whose last bit is zero.
  case nearestEven
  /// To the nearest value; a tie goes away from zero.
  case nearestAway
  /// To the nearest value whose magnitude is not larger.
  case towardZero
  /// To the nearest value that is not larger.
  case down
  /// To the nearest value that is not smaller.
  case up

  /// The same rule in the standard library's words.
  @inlinable
  public var integerRule: FloatingPointRoundingRule {
    switch self {
    case .nearestEven: .toNearestOrEven
    case .nearestAway: .toNearestOrAwayFromZero
    case .towardZero: .towardZero
    case .down: .down
    case .up: .up
    }
  }

  /// Whether a magnitude that lies `remainder` above a kept value moves to the next one.
  @inlinable @inline(__always)
  func roundsMagnitudeUp(_ remainder: RoundingRemainder, isOdd: Bool, negative: Bool) -> Bool {
    switch self {
    case .nearestEven: remainder == .aboveHalf || (remainder == .half && isOdd)
    case .nearestAway: remainder == .aboveHalf || remainder == .half
    case .towardZero: false
    case .down: negative && remainder != .none
    case .up: !negative && remainder != .none
    }
  }

  /// Whether a magnitude above the largest finite value becomes infinite.
  @inlinable @inline(__always)
  func overflowsToInfinity(negative: Bool) -> Bool {
    switch self {
    case .nearestEven, .nearestAway: true
    case .towardZero: false
    case .down: negative
    case .up: !negative
    }
  }
}

/// Where a magnitude lies between two neighbours, as far as rounding needs to know.
@usableFromInline
enum RoundingRemainder: UInt8, BitwiseCopyable {
  case none, belowHalf, half, aboveHalf
}
