import Foundation

/// Rates of kernels on the emulator.
struct EmulatorBenchReport: Report {
  /// How fast launches of one kernel were.
  struct Rate: Encodable {
    /// The processor's time for a launch: the median.
    var seconds: Double
    /// Millions of lane-instructions in a second: the median, and of the fastest launch, which what
    /// else the machine does has slowed down least.
    var median, best: Double

    init(laneInstructions: UInt64, seconds: [Double]) {
      self.seconds = seconds.median
      median = Double(laneInstructions) / self.seconds / 1e6
      best = Double(laneInstructions) / (seconds.min() ?? .nan) / 1e6
    }
  }

  struct Row: Encodable {
    var kernel: BenchKernel
    /// What one launch executes.
    var laneInstructions: UInt64
    var allChecks: Rate
    /// Without looking for races in shared memory.
    var withoutRaces: Rate
  }

  var target: String
  var repetitions: Int
  var rows: [Row]

  var text: String {
    var table = TextTable(
      header: [
        "kernel", "lane-instructions", "all checks: ms", "M/s", "best", "without races: ms", "M/s",
        "best",
      ])
    table.rows = rows.map { row in
      [row.kernel.rawValue, "\(row.laneInstructions)"]
        + [row.allChecks, row.withoutRaces].flatMap { rate in
          [
            String(format: "%.2f", rate.seconds * 1e3), String(format: "%.0f", rate.median),
            String(format: "%.0f", rate.best),
          ]
        }
    }
    return "emulator, \(target), bf16, one thread; time of the processor, medians of "
      + "\(repetitions)\n\n" + table.text
  }
}
