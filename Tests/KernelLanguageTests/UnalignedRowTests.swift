import Nereid
import Testing

/// The kernels for rows that start anywhere, against plain Swift: rows shorter than 16 bytes, of
/// whole tiles, and with gaps between them that must stay as they are.
@Suite struct UnalignedRowTests {
  /// A matrix of rows of some length, with what programs and tiles they are worked on.
  struct Shape: CustomTestStringConvertible {
    var columns: Int
    var rowStride: Int
    var tileSize: Int
    /// How many rows a program of the kernels that normalize works on.
    var rowsPerProgram = 1

    static let rows = 11
    static let gap: Float = -77

    var testDescription: String {
      "\(columns) columns, stride \(rowStride), tiles of \(tileSize), \(rowsPerProgram) rows each"
    }

    /// How many programs of the kernels that normalize there are.
    var programs: Int {
      programsOfUnalignedRows(Self.rows, rowsPerProgram: rowsPerProgram, element: Float.self)
    }

    /// A matrix with other numbers in each row, and those of `gap` between the rows.
    var matrix: [Float] {
      (0..<Self.rows * rowStride).map {
        $0 % rowStride < columns ? Float($0 * 37 % 101 - 50) / 8 : Self.gap
      }
    }

    /// The numbers for the columns.
    func vector(_ factor: Int) -> [Float] { (0..<columns).map { Float($0 * factor % 13) / 4 - 1 } }

    /// How far `output` is from `reference` of each row, relative to the larger of 1 and the
    /// reference; infinite if a gap is not as it was.
    func largestError(_ output: [Float], _ reference: ([Double]) -> [Double]) -> Double {
      var largest = 0.0
      for row in 0..<Self.rows {
        let start = row * rowStride
        let expected = reference(matrix[start..<start + columns].map(Double.init))
        for (found, expected) in zip(output[start...], expected) {
          largest = max(largest, abs(Double(found) - expected) / max(1, abs(expected)))
        }
        let gap = output[start + columns..<start + rowStride]
        if !gap.allSatisfy({ $0 == Self.gap }) { return .infinity }
      }
      return largest
    }
  }

  static let shapes =
    [1, 3, 4, 5, 16, 20, 23, 37, 64, 67].map {
      Shape(columns: $0, rowStride: $0, tileSize: 16)
    }
    + [1, 2, 3].map { Shape(columns: 45, rowStride: 47, tileSize: 8, rowsPerProgram: $0) }
    + [1, 5, 37, 64].map {
      Shape(columns: $0, rowStride: $0 + 2, tileSize: 16, rowsPerProgram: 2)
    }

  @Test(arguments: shapes, [(1, 2), (4, 0), (3, 1), (16, 0)])
  func computesSoftmax(_ shape: Shape, _ launch: (programs: Int, rowsAhead: Int)) throws {
    let output = Buffer(Array(repeating: Shape.gap, count: shape.matrix.count))
    try softmaxOfUnalignedRows(
      output: output, input: Buffer(shape.matrix), rowStride: Int32(shape.rowStride),
      rows: Int32(Shape.rows), columns: shape.columns, tileSize: shape.tileSize,
      rowsAhead: launch.rowsAhead
    ).launch(grid: launch.programs, on: .interpreter, checks: .all)
    let error = shape.largestError(output.elements) { row in
      let exponentials = row.map { Double(Reference.exp(Float($0 - row.max()!))) }
      return exponentials.map { $0 / exponentials.reduce(0, +) }
    }
    #expect(error < 1e-5)
  }

  @Test(arguments: shapes, [true, false])
  func normalizesLayers(_ shape: Shape, hasBias: Bool) throws {
    let (weight, bias) = (shape.vector(5), shape.vector(3))
    let output = Buffer(Array(repeating: Shape.gap, count: shape.matrix.count))
    try layerNormOfUnalignedRows(
      output: output, input: Buffer(shape.matrix), weight: Buffer(weight),
      bias: hasBias ? Buffer(bias) : nil, rowStride: Int32(shape.rowStride),
      rows: Int32(Shape.rows), epsilon: 1e-3, columns: shape.columns, tileSize: shape.tileSize,
      rowsPerProgram: shape.rowsPerProgram
    ).launch(grid: shape.programs, on: .interpreter, checks: .all)
    let error = shape.largestError(output.elements) { row in
      let mean = row.reduce(0, +) / Double(row.count)
      let variance = row.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(row.count)
      return row.indices.map {
        (row[$0] - mean) / (variance + 1e-3).squareRoot() * Double(weight[$0])
          + (hasBias ? Double(bias[$0]) : 0)
      }
    }
    #expect(error < 1e-4)
  }

  @Test(arguments: shapes)
  func normalizesByTheMeanSquare(_ shape: Shape) throws {
    let weight = shape.vector(7)
    let output = Buffer(Array(repeating: Shape.gap, count: shape.matrix.count))
    try rmsNormOfUnalignedRows(
      output: output, input: Buffer(shape.matrix), weight: Buffer(weight),
      rowStride: Int32(shape.rowStride), rows: Int32(Shape.rows), epsilon: 1e-3,
      columns: shape.columns, tileSize: shape.tileSize, rowsPerProgram: shape.rowsPerProgram
    ).launch(grid: shape.programs, on: .interpreter, checks: .all)
    let error = shape.largestError(output.elements) { row in
      let mean = row.map { $0 * $0 }.reduce(0, +) / Double(row.count)
      return row.indices.map { row[$0] / (mean + 1e-3).squareRoot() * Double(weight[$0]) }
    }
    #expect(error < 1e-4)
  }

  /// The machine that checks every access sees none beside the matrix, and the same numbers.
  @Test(arguments: [1001, 1003], [1, 2])
  func readsOnlyTheMatrixOnTheEmulator(columns: Int, count: Int) throws {
    let (rows, elements) = (9, 9 * columns)
    let input = Buffer((0..<elements).map { BFloat16(Float($0 * 37 % 101 - 50) / 8) })
    let weight = Buffer((0..<columns).map { BFloat16(Float($0 % 5)) })
    let programs = programsOfUnalignedRows(rows, rowsPerProgram: count, element: BFloat16.self)
    let results = try [LaunchTarget.interpreter, .emulator].map { target in
      let outputs = (0..<3).map { _ in Buffer<BFloat16>(uninitialized: elements) }
      try softmaxOfUnalignedRows(
        output: outputs[0], input: input, rowStride: Int32(columns), rows: Int32(rows),
        columns: columns, tileSize: 256, rowsAhead: count - 1
      ).launch(grid: 4, on: target)
      try layerNormOfUnalignedRows(
        output: outputs[1], input: input, weight: weight, bias: weight,
        rowStride: Int32(columns), rows: Int32(rows), epsilon: 1e-5, columns: columns,
        tileSize: 256, rowsPerProgram: count
      ).launch(grid: programs, on: target)
      try rmsNormOfUnalignedRows(
        output: outputs[2], input: input, weight: weight, rowStride: Int32(columns),
        rows: Int32(rows), epsilon: 1e-5, columns: columns, tileSize: 256,
        rowsPerProgram: count
      ).launch(grid: programs, on: target)
      return outputs.map { $0.elements.map(\.doubleValue) }
    }
    for (expected, found) in zip(results[0], results[1]) {
      for (a, b) in zip(expected, found) { #expect(abs(a - b) <= max(1e-4, abs(a) * 0x1p-7)) }
    }
  }
}
