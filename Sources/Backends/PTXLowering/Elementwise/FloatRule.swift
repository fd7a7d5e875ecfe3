/// How a number that a float format cannot hold becomes one that it can.
enum FloatRule: Hashable, Sendable {
  /// The nearest number, of two the even one; above the largest infinity, or NaN where there is none.
  case nearest
  /// The nearest number, of two the even one; nothing becomes infinite.
  case nearestFinite
  /// The number without the bits that do not fit.
  case towardZero

  /// The word of `cvt` and of arithmetic that rounds so.
  var word: String { self == .towardZero ? "rz" : "rn" }
}
