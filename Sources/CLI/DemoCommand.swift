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
      the results with plain Swift in double precision: on the interpreter, and compiled on the GPU
      where there is one or on the emulator where there is none. On a GPU the sizes are larger, the
      times are medians, and rates stand beside that of a copy on the device.

      Examples:
        nereid demo
        nereid demo --json
        compute-sanitizer --tool racecheck nereid demo --small
      """)

  @Flag(help: "Take the small sizes on a GPU as well, such as for tools that slow kernels down.")
  var small = false

  @Flag(help: "Print the results as JSON.")
  var json = false

  func run() throws {
    var rows: [DemoReport.Row] = []
    do {
      for place in try DemonstrationPlace.onThisMachine() {
        for demonstration in place.demonstrations(isSmall: small) {
          rows.append(try demonstration.run(at: place))
        }
      }
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
    /// How fast it moved data, on a GPU and if memory is what limits it.
    var gigabytesPerSecond: Double?
    /// How fast a copy on the device moves as much.
    var copyGigabytesPerSecond: Double?
    /// The largest difference from the reference, as a part of the largest result.
    var error: Double
    var tolerance: Double
    var agrees: Bool

    /// The rate as a part of the copy's.
    var share: Double? {
      guard let gigabytesPerSecond, let copyGigabytesPerSecond else { return nil }
      return gigabytesPerSecond / copyGigabytesPerSecond
    }
  }

  var rows: [Row]

  var text: String {
    // Without a GPU there are no rates.
    let hasRates = rows.contains { $0.gigabytesPerSecond != nil }
    let rates = hasRates ? ["GB/s", "of a copy"] : []
    var table = TextTable(
      header: ["kernel", "size", "ran on", "programs", "ms"] + rates + [
        "largest error", "allowed", "",
      ])
    table.rows = rows.map { row in
      [row.kernel, row.size, row.target, "\(row.programs)"]
        + [row.milliseconds.fixed(hasRates ? 3 : 1)]
        + (hasRates ? [row.gigabytesPerSecond?.fixed(0) ?? "", row.share?.fixed(3) ?? ""] : [])
        + [row.error.scientific, row.tolerance.scientific, row.agrees ? "agrees" : "DIFFERS"]
    }
    let count = rows.count { $0.agrees }
    return table.text + "\n\n\(count) of \(rows.count) results agree with plain Swift"
  }
}
