extension UInt64 {
  /// The number whose lowest `count` bits are set, and no others.
  static func lowBits(_ count: Int) -> UInt64 { (1 << UInt64(count)) &- 1 }
}

extension Int {
  /// The exponent of this power of two.
  ///
  /// - Requires: the number is a power of two.
  var exponentOfTwo: Int {
    precondition(self > 0 && nonzeroBitCount == 1, "\(self) is not a power of two")
    return trailingZeroBitCount
  }
}
