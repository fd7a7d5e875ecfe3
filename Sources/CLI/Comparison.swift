/// How far numbers are from a reference in plain Swift, in double precision.
struct Comparison {
  private var difference = 0.0
  private var largest = 0.0

  /// The largest difference, as a part of the largest number that was expected.
  var error: Double { largest == 0 ? difference : difference / largest }

  /// Takes one more number into account.
  mutating func add(_ found: Float, expected: Double) {
    difference = max(difference, found.isNaN ? .infinity : abs(Double(found) - expected))
    largest = max(largest, abs(expected))
  }
}

extension Demonstration {
  /// Compares `found` with the softmax of each row of `input`.
  static func compareSoftmax(_ found: [Float], _ input: [Float], columns: Int) -> Comparison {
    var comparison = Comparison()
    for start in stride(from: 0, to: input.count, by: columns) {
      let row = input[start..<start + columns].map { Double($0) }
      let largest = row.max() ?? 0
      let exponentials = row.map { exponential($0 - largest) }
      let sum = exponentials.reduce(0, +)
      for (column, value) in exponentials.enumerated() {
        comparison.add(found[start + column], expected: value / sum)
      }
    }
    return comparison
  }

  /// Compares `found` with the product of `a`, of `k` columns, and `b`, of `n`.
  static func compareProduct(
    _ found: [Float], _ a: [Float], _ b: [Float], n: Int, k: Int
  ) -> Comparison {
    var comparison = Comparison()
    for start in stride(from: 0, to: found.count, by: n) {
      var row = Array(repeating: 0.0, count: n)
      for l in 0..<k {
        let factor = Double(a[start / n * k + l])
        for j in 0..<n { row[j] += factor * Double(b[l * n + j]) }
      }
      for (j, value) in row.enumerated() { comparison.add(found[start + j], expected: value) }
    }
    return comparison
  }
}
