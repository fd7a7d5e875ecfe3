import Foundation

/// Rates of kernels beside that of a copy.
struct BenchReport: Report {
  struct Row: Encodable {
    var kernel: BenchKernel
    var length: Int
    var rows: Int
    var warps: Int
    var programs: Int
    /// What else differs from a launch with defaults.
    var variant: String
    var milliseconds: Double
    var gigabytesPerSecond: Double
    var copyGigabytesPerSecond: Double
    /// As a part of the largest element.
    var largestError: Double
    var agrees: Bool

    /// The kernel's rate as a part of the copy's.
    var share: Double { gigabytesPerSecond / copyGigabytesPerSecond }
  }

  var device: String
  var target: String
  var rows: [Row]
  /// How long the host takes to launch.
  var launchMicroseconds: LaunchTimes

  var text: String {
    var table = TextTable(
      header: [
        "kernel", "row", "rows", "warps", "programs", "variant", "ms", "GB/s", "copy GB/s", "share",
        "error", "",
      ])
    table.rows = rows.map { row in
      [
        row.kernel.rawValue, "\(row.length)", "\(row.rows)", "\(row.warps)", "\(row.programs)",
        row.variant, String(format: "%.4f", row.milliseconds),
        String(format: "%.0f", row.gigabytesPerSecond),
        String(format: "%.0f", row.copyGigabytesPerSecond), String(format: "%.3f", row.share),
        String(format: "%.1e", row.largestError), row.agrees ? "agrees" : "DIFFERS",
      ]
    }
    return "\(device), \(target), bf16\n\n" + table.text
      + String(
        format: "\n\none launch: %.2f us of host time; with making the call: %.2f us; "
          + "the driver's cuLaunchKernel alone: %.2f us",
        launchMicroseconds.launch, launchMicroseconds.call, launchMicroseconds.driver)
  }
}
