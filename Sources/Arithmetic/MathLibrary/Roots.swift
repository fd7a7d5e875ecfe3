#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cube roots, and square roots of sums of squares that may overflow.
enum Roots {
  /// The cube root; the C library's with one Newton step, for it is wrong by more than one unit of
  /// the last place at some cubes.
  static func cubeRoot(_ value: Double) -> Double {
    let root = cbrt(value)
    guard root.isFinite && root != 0 else { return root }
    let square = root * root
    let squareError = (-square).addingProduct(root, root)
    let excess = (-value).addingProduct(square, root) + squareError * root
    return root - excess / (3 * square)
  }

  /// The square root of the sum of squares: infinite if one value is, even beside a NaN.
  static func norm(_ x: Double, _ y: Double, _ z: Double, _ w: Double) -> Double {
    let (scaled, exponent) = scaledNorm(x, y, z, w)
    return scalbn(scaled, exponent)
  }

  /// One over the norm.
  static func reciprocalNorm(_ x: Double, _ y: Double, _ z: Double, _ w: Double) -> Double {
    let (scaled, exponent) = scaledNorm(x, y, z, w)
    return scalbn(1 / scaled, -exponent)
  }

  /// The norm divided by a power of two near the largest of the values, and that exponent.
  private static func scaledNorm(
    _ x: Double, _ y: Double, _ z: Double, _ w: Double
  ) -> (Double, Int) {
    if x.isInfinite || y.isInfinite || z.isInfinite || w.isInfinite { return (.infinity, 0) }
    let largest = max(max(abs(x), abs(y)), max(abs(z), abs(w)))
    if x.isNaN || y.isNaN || z.isNaN || w.isNaN { return (.nan, 0) }
    if largest == 0 { return (0, 0) }
    let exponent = Int(largest.exponent)
    func square(_ value: Double) -> Double {
      let scaled = scalbn(value, -exponent)
      return scaled * scaled
    }
    return ((square(x) + square(y) + square(z) + square(w)).squareRoot(), exponent)
  }
}
