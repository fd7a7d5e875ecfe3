import Compiler
import Foundation

/// What became of each file that was compiled.
struct CompileReport: Report {
  /// One file.
  struct File: Encodable {
    var file: String
    var errors: [String] = []
    var text: String?
    var kernel: String?
    var sharedBytes: Int?
    /// What assembled the kernel; `nil` if nothing did.
    var assembler: String?
    var steps: [OptReport.Timing] = []

    init(file: String) { self.file = file }

    /// How long it took, in milliseconds.
    var milliseconds: Double { steps.reduce(0) { $0 + $1.milliseconds } }

    /// Takes the figures of `compilation`, before which reading the file took `reading`.
    mutating func note(_ compilation: Compilation, reading: Duration) {
      kernel = compilation.kernel.name
      sharedBytes = compilation.kernel.sharedByteCount
      steps = [OptReport.Timing(name: "read", milliseconds: reading / .milliseconds(1))]
      steps += compilation.report.steps.map {
        OptReport.Timing(name: $0.pass, milliseconds: $0.duration / .milliseconds(1))
      }
    }

    /// The steps in a table.
    var timings: String {
      var table = TextTable(header: ["step", "milliseconds"])
      table.rows = steps.map { [$0.name, String(format: "%.3f", $0.milliseconds)] }
      table.rows.append(["sum", String(format: "%.3f", milliseconds)])
      return "\(file)\n" + table.text
    }
  }

  var files: [File]
  var text: String { files.compactMap(\.text).joined(separator: "\n") }

  /// The figures of all files that were compiled.
  var summary: String {
    let times = files.filter(\.errors.isEmpty).map(\.milliseconds).sorted()
    guard let longest = times.last else { return "nothing was compiled" }
    return String(
      format: "%d of %d compiled, median %.3f ms, longest %.3f ms", times.count, files.count,
      times[times.count / 2], longest)
  }
}
