import Assembler
import Foundation
import Launch
import Support

/// What was found on a machine, one line a subject.
struct DoctorReport: Report {
  struct Finding: Encodable {
    var subject: String
    var found: String
    var meaning: String
  }

  /// A GPU with its numbers.
  struct GPU: Encodable {
    var index: Int
    var name: String
    var computeCapability: String
    var target: String
    var memoryBytes: Int
    var multiprocessors: Int
    var sharedBytesPerBlock: Int
    var secondLevelCacheBytes: Int
    var clockMegahertz: Int
    var memoryBytesPerSecond: Int
  }

  var version: String
  var findings: [Finding]
  var gpus: [GPU]
  /// The version of CUDA that the driver supports.
  var driverVersion: String?
  /// Where kernels run, and why there.
  var target: String
  var reason: String

  static func examine() -> DoctorReport {
    let survey = DeviceSurvey()
    let choice = survey.choice
    return DoctorReport(
      version: NereidVersion.current,
      findings: host + [driver(survey)] + survey.gpus.map(finding) + assemblers
        + [launchAssembler, kernelCache] + [
          Finding(
            subject: "target", found: choice.target,
            meaning: "kernels run there, as \(choice.reason)")
        ], gpus: survey.gpus.map(GPU.init), driverVersion: survey.driverVersion,
      target: choice.target, reason: choice.reason)
  }

  var text: String {
    var table = TextTable(header: ["subject", "found", "meaning"])
    table.rows = findings.map { [$0.subject, $0.found, $0.meaning] }
    return "nereid \(version)\n\n" + table.text
  }

  private static var host: [Finding] {
    let process = ProcessInfo.processInfo
    let memory = Double(process.physicalMemory) / Double(1 << 30)
    return [
      Finding(
        subject: "system", found: "\(process.operatingSystemVersionString), \(architecture)",
        meaning: "kernels run on the interpreter and the emulator"),
      Finding(
        subject: "processors", found: "\(process.activeProcessorCount)",
        meaning: "as many recorded cases run at a time"),
      Finding(
        subject: "memory", found: String(format: "%.1f GiB", memory),
        meaning: "buffers of kernels must fit"),
    ]
  }

  private static func driver(_ survey: DeviceSurvey) -> Finding {
    Finding(
      subject: "NVIDIA driver", found: survey.driverVersion.map { "CUDA \($0)" } ?? "no",
      meaning: survey.problem ?? "it assembles PTX and runs kernels")
  }

  private static func finding(_ gpu: DeviceSurvey.Entry) -> Finding {
    let memory = Double(gpu.memoryByteCount) / Double(1 << 30)
    let speed = Double(gpu.memoryBytesPerSecond) / 1e12
    return Finding(
      subject: "GPU \(gpu.index)",
      found: "\(gpu.name), \(String(format: "%.1f", memory)) GiB, \(gpu.multiprocessorCount) "
        + "multiprocessors at \(gpu.clockMegahertz) MHz",
      meaning: "compiled for \(gpu.target); \(gpu.sharedBytesPerBlock) bytes of shared memory a "
        + "block, \(gpu.secondLevelCacheBytes >> 20) MiB second-level cache, "
        + "\(String(format: "%.2f", speed)) TB/s")
  }

  private static var assemblers: [Finding] {
    let findings = AssemblerSearch.onThisMachine().findings()
    if findings.isEmpty {
      return [
        Finding(
          subject: "assembler", found: "no ptxas",
          meaning: "only the driver makes machine code; 'compile --assembler' names another")
      ]
    }
    return findings.map { finding in
      let place =
        switch finding.place {
        case .named: "named"
        case .path: "PATH"
        case .wheel: "a Python package"
        case .toolkit: "NVIDIA's toolkit"
        }
      return Finding(
        subject: "assembler", found: "\(finding.path), in \(place)",
        meaning: finding.identity.map { "makes machine code: \($0)" }
          ?? finding.refusal.map { "cannot be used: \($0)" } ?? "cannot be used")
    }
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

extension DoctorReport.GPU {
  fileprivate init(_ entry: DeviceSurvey.Entry) {
    self.init(
      index: entry.index, name: entry.name, computeCapability: entry.computeCapability,
      target: entry.target, memoryBytes: entry.memoryByteCount,
      multiprocessors: entry.multiprocessorCount,
      sharedBytesPerBlock: entry.sharedBytesPerBlock,
      secondLevelCacheBytes: entry.secondLevelCacheBytes, clockMegahertz: entry.clockMegahertz,
      memoryBytesPerSecond: entry.memoryBytesPerSecond)
  }
}
