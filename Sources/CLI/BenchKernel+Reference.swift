import Foundation

extension BenchKernel {
  /// How often each element of the input crosses the memory's bus: read once or twice, written once.
  var transfers: Int { self == .vectorAdd ? 3 : 2 }

  /// What the kernel computes of a row.
  func reference(_ x: [Double], weight: [Double]) -> [Double] {
    let count = Double(x.count)
    switch self {
    case .vectorAdd: return x.map { $0 + $0 }
    case .softmax:
      let largest = x.reduce(-.infinity, max)
      let exponentials = x.map { exp($0 - largest) }
      let sum = exponentials.reduce(0, +)
      return exponentials.map { $0 / sum }
    case .layerNorm:
      let mean = x.reduce(0, +) / count
      let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      let scale = 1 / (variance + 1e-5).squareRoot()
      return zip(x, weight).map { ($0 - mean) * scale * $1 + $1 }
    case .rmsNorm:
      let scale = 1 / (x.reduce(0) { $0 + $1 * $1 } / count + 1e-5).squareRoot()
      return zip(x, weight).map { $0 * scale * $1 }
    case .matmul: preconditionFailure("a product has no rows of its own")
    }
  }
}

extension [Double] {
  /// The middle one by size; the lower of two.
  var median: Double { isEmpty ? .nan : sorted()[(count - 1) / 2] }
}
