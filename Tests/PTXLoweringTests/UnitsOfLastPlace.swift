import Arithmetic

/// Distances between results.
enum UnitsOfLastPlace {
  /// How many units of the last place of `expected` the bits `found` are away; infinite where one is
  /// NaN or an integer and the other is another.
  static func distance(
    _ expected: UInt64, _ found: UInt64, _ type: MathFunction.ValueType
  ) -> Double {
    if expected == found { return 0 }
    guard let format = type.floatFormat else { return .infinity }
    let (exact, value) = (format.decode(expected), format.decode(found))
    if exact.isNaN || value.isNaN { return exact.isNaN && value.isNaN ? 0 : .infinity }
    // Numbers in the order of their values; infinity is the one after the largest.
    let (lhs, rhs) = (rank(expected, format), rank(found, format))
    if exact == 0 && value == 0 { return .infinity }
    let (difference, isTooLarge) = lhs.subtractingReportingOverflow(rhs)
    return isTooLarge ? .infinity : Double(difference.magnitude)
  }

  private static func rank(_ bits: UInt64, _ format: FloatFormat) -> Int64 {
    let magnitude = Int64(bits & ~format.signBit)
    return format.isNegative(bits) ? -magnitude : magnitude
  }
}
