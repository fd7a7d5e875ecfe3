import ArgumentParser
import Foundation
import Launch

/// `nereid bench`: times kernels on a GPU beside a copy on the device, or on the emulator.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time kernels on a GPU, beside a copy of as many bytes, or on the emulator.",
    discussion: """
      On a GPU every run starts with a cold second-level cache, kernel and copy in turn; the figures
      are medians. Of the numbers of warps that hold a row, limits of registers, programs that take
      rows in turn, and for long rows and those that start anywhere of the kernels that divide them,
      the fastest is taken, as a user who tunes would. Results are checked against plain Swift. What
      a launch costs the host stands below, beside what the driver's own call does.

      On the emulator launches run on one thread, with all checks and without those for races in
      shared memory in turn. A rate is the number of lane-instructions, which are the instructions
      of warps times the lanes that take part, in a second that the processor gives the thread:
      other work on the machine does not count, though it slows down what shares caches and cores
      with it. The figures are medians; beside them stands the best.

      Examples:
        nereid bench
        nereid bench --on emulator
        nereid bench matmul --on emulator --json
        nereid bench softmax rms-norm --length 4096 --length 12345
        nereid bench --json > rates.json
        nereid bench --svg rates.svg
        compute-sanitizer --tool racecheck nereid bench --rows 8 --length 1000
      """)

  /// Where kernels are timed.
  enum Place: String, ExpressibleByArgument, CaseIterable { case cuda, emulator }

  private static let usualLengths = [
    256, 1000, 1024, 2048, 4096, 8192, 12345, 16384, 32768, 65536,
  ]

  @Argument(
    help: """
      What to time: \(BenchKernel.names); matmul on the emulator only. All if nothing is named.
      """)
  var kernels: [BenchKernel] = []

  @Option(name: .customLong("on"), help: "What runs the kernels: cuda or emulator.")
  var place: Place = .cuda

  @Option(
    name: .customLong("length"),
    help: """
      Elements in a row on a GPU; may be given several times. \
      \(usualLengths.map(String.init).joined(separator: ", ")) if it is not given.
      """)
  var lengths: [Int] = []

  @Option(help: "How many rows to work on. Without it 16384, or 4096 of more than 16384 elements.")
  var rows: Int?

  @Option(help: "How many timed runs the medians are of.")
  var repetitions = 25

  @Option(help: "Which GPU, counted from 0.")
  var device = 0

  @Option(help: "Write a plot of the rates to this file.", completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Print the results as JSON.")
  var json = false

  func validate() throws {
    for length in lengths where !(1...(1 << 17)).contains(length) {
      throw ValidationError("--length is \(length), expected 1 to \(1 << 17)")
    }
    if let rows, !(1...(1 << 14)).contains(rows) {
      throw ValidationError("--rows is \(rows), expected 1 to \(1 << 14)")
    }
    switch place {
    case .cuda:
      if kernels.contains(.matmul) {
        throw ValidationError("matmul is timed on the emulator only: --on emulator")
      }
    case .emulator:
      if !lengths.isEmpty || rows != nil || svg != nil {
        throw ValidationError(
          "--length, --rows and --svg are for a GPU, not for --on emulator")
      }
    }
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repetitions is \(repetitions), expected 1 to 10000")
    }
  }

  func run() throws {
    do {
      if place == .emulator { return try timeOnEmulator() }
      let kernels = kernels.isEmpty ? BenchKernel.ofRows : kernels
      let lengths = lengths.isEmpty ? Self.usualLengths : lengths
      let gpu = try GPU(device)
      let bench = try Bench(gpu, lengths: lengths, rows: self.rows, repetitions: repetitions)
      var progress = ProgressBar(total: kernels.count * lengths.count, isQuiet: json)
      var rows: [BenchReport.Row] = []
      for kernel in kernels {
        for length in lengths {
          progress.advance("\(kernel.rawValue) \(length)")
          rows.append(try bench.measure(kernel, length: length))
        }
      }
      progress.finish()
      let report = BenchReport(
        device: gpu.name, target: gpu.target, rows: rows,
        launchMicroseconds: try bench.launchTimes(onDevice: device))
      if let svg { try report.plot.write(toFile: svg, atomically: true, encoding: .utf8) }
      try report.print(asJSON: json)
      if !rows.allSatisfy(\.agrees) { throw ExitCode.failure }
    } catch let code as ExitCode {
      throw code
    } catch {
      printError("error: \(error)")
      throw ExitCode.failure
    }
  }

  private func timeOnEmulator() throws {
    let kernels = kernels.isEmpty ? BenchKernel.allCases : kernels
    let bench = try EmulatorBench(repetitions: repetitions)
    var progress = ProgressBar(total: kernels.count, isQuiet: json)
    var rows: [EmulatorBenchReport.Row] = []
    for kernel in kernels {
      progress.advance(kernel.rawValue)
      rows.append(try bench.measure(kernel))
    }
    progress.finish()
    try EmulatorBenchReport(target: bench.target, repetitions: repetitions, rows: rows)
      .print(asJSON: json)
  }
}
