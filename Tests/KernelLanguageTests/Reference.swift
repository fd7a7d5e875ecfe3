import Foundation

/// What kernels compute, in plain Swift.
enum Reference {
  /// The product of an `m` by `k` and a `k` by `n` matrix.
  static func matmul(_ a: [Float], _ b: [Float], m: Int, n: Int, k: Int) -> [Float] {
    (0..<m * n).map { index in
      let (row, column) = (index / n, index % n)
      return (0..<k).reduce(0) { $0 + a[row * k + $1] * b[$1 * n + column] }
    }
  }

  /// The exponential.
  static func exp(_ x: Float) -> Float { Foundation.exp(x) }
}
