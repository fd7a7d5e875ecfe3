import Arithmetic
import IR

extension IntegerBounds {
  /// Only `number`.
  init(only number: Int64) { self.init(lower: number, upper: number) }

  /// All numbers of `width` bits.
  init(width: Int) {
    self.init(
      lower: IntegerArithmetic.signed(IntegerArithmetic.signedMinimum(width), width: width),
      upper: IntegerArithmetic.signed(IntegerArithmetic.signedMaximum(width), width: width))
  }

  /// All numbers that elements of `type` may be; `nil` if they are no integers.
  init?(ofAll type: Type) {
    guard let scalar = type.scalar, scalar.isInteger else { return nil }
    self.init(width: scalar.bitWidth)
  }

  /// The bounds from `lower` to `upper` if all of that has `width` bits.
  private static func exact(_ lower: Int128, _ upper: Int128, width: Int) -> IntegerBounds? {
    let all = IntegerBounds(width: width)
    guard lower >= Int128(all.lower), upper <= Int128(all.upper) else { return nil }
    return IntegerBounds(lower: Int64(lower), upper: Int64(upper))
  }

  /// Every number in either.
  func joined(_ other: IntegerBounds) -> IntegerBounds {
    IntegerBounds(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }

  /// Every number in both; these bounds if there is none.
  func clamped(to other: IntegerBounds) -> IntegerBounds {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    return low <= high ? IntegerBounds(lower: low, upper: high) : self
  }

  /// The bounds of sums; those that fit into `width` bits.
  ///
  /// - Returns: whether a sum may fail to fit.
  func adding(_ other: IntegerBounds, width: Int) -> (fitting: IntegerBounds, overflows: Bool) {
    Self.fitting(
      [Int128(lower) + Int128(other.lower), Int128(upper) + Int128(other.upper)], width: width)
  }

  /// The bounds of differences; those that fit into `width` bits.
  ///
  /// - Returns: whether a difference may fail to fit.
  func subtracting(_ other: IntegerBounds, width: Int) -> (fitting: IntegerBounds, overflows: Bool)
  {
    Self.fitting(
      [Int128(lower) - Int128(other.upper), Int128(upper) - Int128(other.lower)], width: width)
  }

  /// The bounds of products; those that fit into `width` bits.
  ///
  /// - Returns: whether a product may fail to fit.
  func multiplying(_ other: IntegerBounds, width: Int) -> (fitting: IntegerBounds, overflows: Bool)
  {
    let corners = [lower, upper].flatMap { left in
      [other.lower, other.upper].map { Int128(left) * Int128($0) }
    }
    return Self.fitting(corners, width: width)
  }

  /// The numbers from the least to the greatest of `corners` that fit into `width` bits.
  private static func fitting(
    _ corners: [Int128], width: Int
  ) -> (fitting: IntegerBounds, overflows: Bool) {
    let (low, high) = (corners.min() ?? 0, corners.max() ?? 0)
    if let exact = exact(low, high, width: width) { return (exact, false) }
    let all = IntegerBounds(width: width)
    let clamp = { (number: Int128) in
      Int64(Swift.min(Swift.max(number, Int128(all.lower)), Int128(all.upper)))
    }
    return (IntegerBounds(lower: clamp(low), upper: clamp(high)), true)
  }

  /// The bounds of quotients by `divisor`, which is positive, rounded toward zero.
  func divided(by divisor: Int64) -> IntegerBounds {
    IntegerBounds(lower: lower / divisor, upper: upper / divisor)
  }

  /// The bounds of remainders when dividing by numbers within `divisor`.
  func remainder(by divisor: IntegerBounds) -> IntegerBounds {
    // The magnitude of the smallest number does not fit; less one it does.
    let largest = Int64(Swift.max(divisor.lower.magnitude, divisor.upper.magnitude, 1) - 1)
    return IntegerBounds(
      lower: lower >= 0 ? 0 : Swift.max(lower, -largest),
      upper: upper <= 0 ? 0 : Swift.min(upper, largest))
  }

  /// The numbers from zero to one less than the power of two above `upper`, which is not negative.
  var fullBits: IntegerBounds {
    IntegerBounds(
      lower: 0, upper: upper == 0 ? 0 : Int64(UInt64.max >> UInt64(upper.leadingZeroBitCount)))
  }

  /// Bounds that hold these and `other`, and grow only a few times when widened again and again.
  func widened(to other: IntegerBounds, width: Int) -> IntegerBounds {
    let all = IntegerBounds(width: width)
    let low = other.lower >= lower ? lower : other.lower >= 0 ? 0 : all.lower
    return IntegerBounds(lower: low, upper: other.upper <= upper ? upper : all.upper)
  }
}
