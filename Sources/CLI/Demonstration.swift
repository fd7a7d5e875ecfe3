import KernelLanguage
import Kernels
import Launch

/// A kernel with data to run it on and a reference to compare with.
struct Demonstration {
  let kernel: String
  let size: String
  /// How large the largest difference may be, as a part of the largest result.
  let tolerance: Double
  /// Makes the data; returns what launches, and afterwards the results beside the reference's.
  let prepare: (inout SplitMix64) -> Prepared

  struct Prepared {
    var launch: () throws -> LaunchReport
    var found: () -> [Double]
    var expected: [Double]
  }

  static var all: [Demonstration] {
    [vectorAdd(count: 98_432), softmax(rows: 61, columns: 781), matmul(129, 97, 75)]
  }

  /// Runs the kernel and compares.
  func run() throws -> DemoReport.Row {
    var generator = SplitMix64(state: 42)
    let prepared = prepare(&generator)
    let start = ContinuousClock.now
    let report = try prepared.launch()
    let duration = ContinuousClock.now - start
    let largest = prepared.expected.reduce(0) { max($0, abs($1)) }
    let difference = zip(prepared.found(), prepared.expected)
      .reduce(0) { max($0, $1.0.isNaN ? .infinity : abs($1.0 - $1.1)) }
    let error = difference / largest
    return DemoReport.Row(
      kernel: kernel, size: size, target: "interpreter", programs: report.programs,
      milliseconds: duration / .milliseconds(1), error: error, tolerance: tolerance,
      agrees: error <= tolerance)
  }

  private static func random(_ count: Int, _ generator: inout SplitMix64) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
  }
}

// MARK: - The kernels

extension Demonstration {
  private static func vectorAdd(count: Int) -> Demonstration {
    Demonstration(kernel: "vectorAdd", size: "\(count)", tolerance: 0x1p-24) { generator in
      let (x, y) = (random(count, &generator), random(count, &generator))
      let (xs, ys) = (Buffer(x), Buffer(y))
      let output = Buffer<Float>(uninitialized: count)
      return Prepared(
        launch: {
          try Kernels.vectorAdd(x: xs, y: ys, z: output, count: Int32(count), blockSize: 1024)
            .launch(grid: cdiv(count, 1024))
        },
        found: { output.elements.map { Double($0) } },
        expected: zip(x, y).map { Double($0) + Double($1) })
    }
  }

  private static func softmax(rows: Int, columns: Int) -> Demonstration {
    Demonstration(kernel: "softmax", size: "\(rows)x\(columns)", tolerance: 0x1p-20) { generator in
      let input = random(rows * columns, &generator)
      let source = Buffer(input)
      let output = Buffer<Float>(uninitialized: rows * columns)
      return Prepared(
        launch: {
          try Kernels.softmax(
            output: output, input: source, inputRowStride: Int32(columns),
            outputRowStride: Int32(columns), rows: Int32(rows), columns: Int32(columns),
            blockSize: nextPowerOf2(columns)
          ).launch(grid: rows)
        },
        found: { output.elements.map { Double($0) } },
        expected: softmaxReference(input, columns: columns))
    }
  }

  private static func matmul(_ m: Int, _ n: Int, _ k: Int) -> Demonstration {
    Demonstration(kernel: "matmul", size: "\(m)x\(n)x\(k)", tolerance: 0x1p-20) { generator in
      let (a, b) = (random(m * k, &generator), random(k * n, &generator))
      let (left, right) = (Buffer(a), Buffer(b))
      let output = Buffer<Float>(uninitialized: m * n)
      return Prepared(
        launch: {
          try Kernels.matmul(
            a: left, b: right, c: output, m: Int32(m), n: Int32(n), k: Int32(k),
            aRowStride: Int32(k), bRowStride: Int32(n), cRowStride: Int32(n), blockM: 32,
            blockN: 32, blockK: 32
          ).launch(grid: cdiv(m, 32) * cdiv(n, 32))
        },
        found: { output.elements.map { Double($0) } },
        expected: matmulReference(a, b, m: m, n: n, k: k))
    }
  }
}

// MARK: - The references

extension Demonstration {
  private static func softmaxReference(_ input: [Float], columns: Int) -> [Double] {
    stride(from: 0, to: input.count, by: columns).flatMap { start -> [Double] in
      let row = input[start..<start + columns].map { Double($0) }
      let largest = row.max() ?? 0
      let exponentials = row.map { exponential($0 - largest) }
      let sum = exponentials.reduce(0, +)
      return exponentials.map { $0 / sum }
    }
  }

  private static func matmulReference(
    _ a: [Float], _ b: [Float], m: Int, n: Int, k: Int
  ) -> [Double] {
    var product = Array(repeating: 0.0, count: m * n)
    for i in 0..<m {
      for l in 0..<k {
        for j in 0..<n { product[i * n + j] += Double(a[i * k + l]) * Double(b[l * n + j]) }
      }
    }
    return product
  }
}
