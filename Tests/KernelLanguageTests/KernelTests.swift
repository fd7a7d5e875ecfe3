import Nereid
import Testing

/// The kernels that come with the package, against plain Swift.
@Suite struct KernelTests {
  @Test func addsVectors() throws {
    let x = (0..<1000).map { Int32($0) }
    let z = Buffer<Int32>(uninitialized: 1000)
    try vectorAdd(x: Buffer(x), y: Buffer(x), z: z, count: 1000, blockSize: 128)
      .launch(grid: cdiv(1000, 128), on: .interpreter, checks: .all)
    #expect(z.elements == x.map { $0 * 2 })
  }

  @Test(arguments: [1, 2, 5], [true, false])
  func computesSoftmax(programs: Int, readsAhead: Bool) throws {
    let (rows, columns) = (3, 10)
    let input = (0..<rows * columns).map { Float($0 * 7 % 13) / 3 }
    let output = Buffer<Float>(uninitialized: rows * columns)
    try softmax(
      output: output, input: Buffer(input), inputRowStride: 10, outputRowStride: 10, rows: 3,
      columns: 10, blockSize: 16, readsAhead: readsAhead
    ).launch(grid: programs, on: .interpreter, checks: .all)
    for row in 0..<rows {
      let x = input[row * columns..<(row + 1) * columns].map { Reference.exp($0) }
      let sum = x.reduce(0, +)
      for column in 0..<columns {
        #expect(abs(output[row * columns + column] - x[column] / sum) < 1e-5)
      }
    }
  }

  @Test func multipliesMatricesOfOddSizes() throws {
    let (m, n, k) = (37, 21, 43)
    let a = (0..<m * k).map { Float($0 % 11 - 5) }
    let b = (0..<k * n).map { Float($0 % 7 - 3) }
    let c = Buffer<Float>(uninitialized: m * n)
    let report = try matmul(
      a: Buffer(a), b: Buffer(b), c: c, m: Int32(m), n: Int32(n), k: Int32(k),
      aRowStride: Int32(k), bRowStride: Int32(n), cRowStride: Int32(n), blockM: 16, blockN: 16,
      blockK: 16, groupM: 2
    ).launch(grid: cdiv(m, 16) * cdiv(n, 16), on: .interpreter, checks: .all)
    #expect(report.findings.isEmpty)
    #expect(c.elements == Reference.matmul(a, b, m: m, n: n, k: k))
  }

  @Test func multipliesMatricesOfHalfFloats() throws {
    let a = (0..<16 * 16).map { Float16($0 % 5) }
    let c = Buffer<Float16>(uninitialized: 256)
    try matmul(
      a: Buffer(a), b: Buffer(a), c: c, m: 16, n: 16, k: 16, aRowStride: 16, bRowStride: 16,
      cRowStride: 16, blockM: 16, blockN: 16, blockK: 16
    ).launch(grid: 1)
    let expected = Reference.matmul(a.map { Float($0) }, a.map { Float($0) }, m: 16, n: 16, k: 16)
    #expect(c.elements.map { Float($0) } == expected)
  }

  /// The flags of the kernels that normalize, and with how many programs they work on two rows.
  private static let variants = [
    (readsWeightsFirst: false, isPersistent: false, programs: 2), (true, false, 2),
    (false, true, 1), (false, true, 2), (false, true, 3),
  ]

  @Test(arguments: [true, false], variants)
  func normalizesLayers(
    hasBias: Bool, variant: (readsWeightsFirst: Bool, isPersistent: Bool, programs: Int)
  ) throws {
    let x: [Float] = [1, 2, 3, 4, 5, 2, 2, 8]
    let weight: [Float] = [1, 2, 1, 0.5]
    let bias: [Float] = [0, 1, 0, 1]
    let output = Buffer<Float>(uninitialized: 8)
    try layerNorm(
      output: output, input: Buffer(x), weight: Buffer(weight),
      bias: hasBias ? Buffer(bias) : nil, rowStride: 4, rows: 2, columns: 4, epsilon: 1e-5,
      blockSize: 4, readsWeightsFirst: variant.readsWeightsFirst,
      isPersistent: variant.isPersistent
    ).launch(grid: variant.programs, on: .interpreter, checks: .all)
    for row in 0..<2 {
      let values = x[row * 4..<row * 4 + 4]
      let mean = values.reduce(0, +) / 4
      let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4
      for column in 0..<4 {
        let scaled = (x[row * 4 + column] - mean) / (variance + 1e-5).squareRoot()
        let expected = scaled * weight[column] + (hasBias ? bias[column] : 0)
        #expect(abs(output[row * 4 + column] - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: variants)
  func normalizesByTheMeanSquare(
    variant: (readsWeightsFirst: Bool, isPersistent: Bool, programs: Int)
  ) throws {
    let x: [Float] = [3, 4, 0, 5, 6, 8, 0, 10]
    let output = Buffer<Float>(uninitialized: 8)
    try rmsNorm(
      output: output, input: Buffer(x), weight: [1, 1, 1, 2], rowStride: 4, rows: 2, columns: 4,
      epsilon: 0, blockSize: 4, readsWeightsFirst: variant.readsWeightsFirst,
      isPersistent: variant.isPersistent
    ).launch(grid: variant.programs, on: .interpreter, checks: .all)
    let root = Float(50.0 / 4).squareRoot()
    let row = [3 / root, 4 / root, 0, 10 / root]
    for (value, expected) in zip(output.elements, row + row) {
      #expect(abs(value - expected) < 1e-5)
    }
  }

  @Test func dropsElementsEvenly() throws {
    let output = Buffer<Float>(uninitialized: 4096)
    try dropout(
      output: output, input: Buffer(repeating: 1, count: 4096), count: 4096, rate: 0.25, seed: 7,
      blockSize: 512
    ).launch(grid: 8)
    let kept = output.elements.filter { $0 != 0 }
    #expect(kept.allSatisfy { abs($0 - 4.0 / 3) < 1e-6 })
    #expect((2900...3250).contains(kept.count))
  }
}
