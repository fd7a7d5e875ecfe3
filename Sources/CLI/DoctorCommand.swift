import ArgumentParser
import Foundation
import Support

/// `nereid doctor`: what this machine has, and what that means.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this machine has and what that means.",
    discussion: """
      Examples:
        nereid doctor
        nereid doctor --json
      """)

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws { try DoctorReport.examine().print(asJSON: json) }
}

/// What was found, one line a subject.
struct DoctorReport: Report {
  struct Finding: Encodable {
    var subject: String
    var found: String
    var meaning: String
  }

  var version: String
  var findings: [Finding]

  static func examine() -> DoctorReport {
    let process = ProcessInfo.processInfo
    let memory = Double(process.physicalMemory) / Double(1 << 30)
    return DoctorReport(
      version: NereidVersion.current,
      findings: [
        Finding(
          subject: "system", found: "\(process.operatingSystemVersionString), \(architecture)",
          meaning: "kernels run on the interpreter"),
        Finding(
          subject: "processors", found: "\(process.activeProcessorCount)",
          meaning: "as many recorded cases run at a time"),
        Finding(
          subject: "memory", found: String(format: "%.1f GiB", memory),
          meaning: "buffers of kernels must fit"),
        driver,
      ])
  }

  var text: String {
    var table = TextTable(header: ["subject", "found", "meaning"])
    table.rows = findings.map { [$0.subject, $0.found, $0.meaning] }
    return "nereid \(version)\n\n" + table.text
  }

  private static var driver: Finding {
    let isThere = fileExists(at: "/dev/nvidiactl")
    return Finding(
      subject: "NVIDIA driver", found: isThere ? "yes" : "no",
      meaning: isThere
        ? "this release runs no kernels on a GPU yet" : "no kernels can run on a GPU here")
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another processor"
    #endif
  }
}
