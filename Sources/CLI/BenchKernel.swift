import ArgumentParser

/// What can be timed.
enum BenchKernel: String, CaseIterable, ExpressibleByArgument, Encodable {
  case vectorAdd = "vector-add"
  case softmax
  case layerNorm = "layer-norm"
  case rmsNorm = "rms-norm"
  case matmul

  /// The kernels that work on rows, whose rate is one of memory.
  static let ofRows = allCases.filter { $0 != .matmul }

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
