import ArgumentParser
import Foundation
import Launch

/// `nereid bench`: times kernels on a GPU beside a copy on the device.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Time kernels on a GPU, beside a copy of as many bytes.",
    discussion: """
      Every run starts with a cold second-level cache, kernel and copy in turn; the figures are
      medians. Of the numbers of warps that hold a row, and of programs that take rows in turn, the
      fastest is taken, as a user who tunes would. Results are checked against plain Swift.

      Examples:
        nereid bench
        nereid bench softmax rms-norm --length 4096 --length 12345
        nereid bench --json > rates.json
        nereid bench --svg rates.svg
        compute-sanitizer --tool racecheck nereid bench --rows 8 --length 1000
      """)

  @Argument(help: "What to time: \(BenchKernel.names). All if nothing is named.")
  var kernels: [BenchKernel] = BenchKernel.allCases

  @Option(name: .customLong("length"), help: "Elements in a row; may be given several times.")
  var lengths: [Int] = [256, 1000, 1024, 2048, 4096, 8192, 12345, 16384, 32768, 65536]

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
    guard (1...10_000).contains(repetitions) else {
      throw ValidationError("--repetitions is \(repetitions), expected 1 to 10000")
    }
  }

  func run() throws {
    do {
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
        launchMicroseconds: try bench.launchMicroseconds(isPrepared: true),
        callMicroseconds: try bench.launchMicroseconds(isPrepared: false))
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
}

/// What can be timed.
enum BenchKernel: String, CaseIterable, ExpressibleByArgument, Encodable {
  case vectorAdd = "vector-add"
  case softmax
  case layerNorm = "layer-norm"
  case rmsNorm = "rms-norm"

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
