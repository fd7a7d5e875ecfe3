import Foundation

/// Rates of kernels on the emulator.
struct EmulatorBenchReport: Report {
  struct Row: Encodable {
    var kernel: BenchKernel
    /// What one launch executes.
    var laneInstructions: UInt64
    /// The processor's time for one launch with all checks.
    var seconds: Double
    /// The same without looking for races in shared memory.
    var secondsWithoutRaces: Double
    /// Millions of lane-instructions in a second.
    var rate: Double
    var rateWithoutRaces: Double

    init(
      kernel: BenchKernel, laneInstructions: UInt64, seconds: Double, secondsWithoutRaces: Double
    ) {
      (self.kernel, self.laneInstructions) = (kernel, laneInstructions)
      (self.seconds, self.secondsWithoutRaces) = (seconds, secondsWithoutRaces)
      rate = Double(laneInstructions) / seconds / 1e6
      rateWithoutRaces = Double(laneInstructions) / secondsWithoutRaces / 1e6
    }
  }

  var target: String
  var repetitions: Int
  var rows: [Row]

  var text: String {
    var table = TextTable(
      header: [
        "kernel", "lane-instructions", "all checks: ms", "M/s", "without races: ms", "M/s",
      ])
    table.rows = rows.map { row in
      [
        row.kernel.rawValue, "\(row.laneInstructions)", String(format: "%.2f", row.seconds * 1e3),
        String(format: "%.0f", row.rate), String(format: "%.2f", row.secondsWithoutRaces * 1e3),
        String(format: "%.0f", row.rateWithoutRaces),
      ]
    }
    return "emulator, \(target), bf16, one thread; time of the processor, medians of "
      + "\(repetitions)\n\n" + table.text
  }
}
