import Nereid

/// A program of somebody who uses the package: runs a kernel of its own and checks it.
@main struct Main {
  static func main() throws {
    let (rows, columns) = (4, 100)
    let input = Buffer((0..<rows * columns).map { Float($0 % 7) })
    let output = Buffer<Float>(uninitialized: rows * columns)
    let report = try softmax(
      output: output, input: input, columns: Int32(columns), blockSize: 128
    ).launch(grid: rows, on: .interpreter)
    for row in 0..<rows {
      let sum = output.elements[row * columns..<(row + 1) * columns].reduce(0, +)
      guard abs(sum - 1) < 1e-5 else { throw WrongSum(row: row, sum: sum) }
    }
    print("a package that depends on Nereid ran \(report.programs) programs of its own kernel")
  }
}

/// A row of a softmax that does not sum to 1.
struct WrongSum: Error {
  var row: Int
  var sum: Float
}
