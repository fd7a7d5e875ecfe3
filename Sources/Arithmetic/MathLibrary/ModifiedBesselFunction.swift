#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The regular modified cylindrical Bessel functions of orders zero and one.
enum ModifiedBesselFunction {
  /// I₀(x).
  static func orderZero(_ x: Double) -> Double { magnitude(order: 0, abs(x)) }

  /// I₁(x), an odd function.
  static func orderOne(_ x: Double) -> Double {
    x.isNaN ? x : Double(signOf: x, magnitudeOf: magnitude(order: 1, abs(x)))
  }

  private static func magnitude(order: Int, _ x: Double) -> Double {
    if x.isNaN { return x }
    // Above 714 the result is larger than the largest `f64`.
    if x > 720 { return .infinity }
    return x < 22 ? series(order: order, x) : asymptotic(order: order, x)
  }

  /// Σ (x/2)^(2k + order) / (k! (k + order)!), all terms positive; below 22 it takes at most 50.
  private static func series(order: Int, _ x: Double) -> Double {
    let quarter = x * x / 4
    var (term, sum, weighted) = (1.0, 1.0, 0.0)
    for k in 1...80 {
      term *= quarter / Double(k * (k + order))
      sum += term
      weighted += Double(k) * term
      if term < sum * 0x1p-56 { break }
    }
    // The k-th term has k times the relative error that the square was rounded by.
    let square = x * x
    let lost = square > 0 ? (-square).addingProduct(x, x) / square : 0
    sum += weighted * lost
    return order == 0 ? sum : x / 2 * sum
  }

  /// exp(x) / √(2πx) · Σ aₖ, with aₖ = -aₖ₋₁ (4 · order² - (2k - 1)²) / (8kx). From 22 on the terms
  /// shrink below the last place before they grow again, at k near 2x.
  private static func asymptotic(order: Int, _ x: Double) -> Double {
    var (term, sum) = (1.0, 1.0)
    for k in 1...60 {
      let odd = 2 * k - 1
      term *= Double(odd * odd - 4 * order * order) / (8 * Double(k) * x)
      sum += term
      if abs(term) < sum * 0x1p-56 { break }
    }
    // exp(x) alone overflows before the result does.
    let root = exp(x / 2)
    return root * (sum / (2 * .pi * x).squareRoot()) * root
  }
}
