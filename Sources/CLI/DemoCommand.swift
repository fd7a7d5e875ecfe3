import ArgumentParser
import KernelLanguage
import Launch

/// `nereid demo`: runs kernels written in Swift and checks what they compute.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Run kernels that are written in Swift, and check them.",
    discussion: """
      Traces vector add, fused softmax and a matrix product, runs each on random data and compares
      the results with plain Swift in double precision.

      Examples:
        nereid demo
        nereid demo --json
      """)

  @Flag(help: "Print the results as JSON.")
  var json = false

  func run() throws {
    var rows: [DemoReport.Row] = []
    do {
      for demonstration in Demonstration.all { rows.append(try demonstration.run()) }
    } catch {
      printError("\(error)")
      throw ExitCode.failure
    }
    let report = DemoReport(rows: rows)
    try report.print(asJSON: json)
    if !report.rows.allSatisfy(\.agrees) { throw ExitCode.failure }
  }
}

/// What ran where, and how close it came.
struct DemoReport: Report {
  struct Row: Encodable {
    var kernel: String
    var size: String
    var target: String
    var programs: Int
    var milliseconds: Double
    /// The largest difference from the reference, as a part of the largest result.
    var error: Double
    var tolerance: Double
    var agrees: Bool
  }

  var rows: [Row]

  var text: String {
    var table = TextTable(
      header: ["kernel", "size", "ran on", "programs", "ms", "largest error", "allowed", ""])
    table.rows = rows.map { row in
      [
        row.kernel, row.size, row.target, "\(row.programs)", row.milliseconds.fixed(1),
        row.error.scientific, row.tolerance.scientific, row.agrees ? "agrees" : "DIFFERS",
      ]
    }
    let count = rows.count { $0.agrees }
    return table.text + "\n\n\(count) of \(rows.count) kernels agree with plain Swift"
  }
}
