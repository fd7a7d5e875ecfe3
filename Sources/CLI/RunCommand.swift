import ArgumentParser
import Foundation
import IR
import Interpreter
import Support

/// `nereid run`: launches a kernel from a file on made or read data.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Launch a kernel from a file and show what it leaves.",
    discussion: """
      Each --arg is for the next parameter of the kernel, or for the one it names:
        42, -1.5, true       a number
        zeros:N, ones:N      N elements that are all 0 or 1
        fill:VALUE:N         N elements that are all VALUE
        iota:N               N elements 0, 1, 2, …
        random:N[:SEED]      N elements, floats from -1 to 1, integers from 0 to 99
        uninitialized:N      N elements that the kernel must write before it reads them
        FILE.npy             the elements of a NumPy file
        raw:FILE             the bytes of a file
      N may be several extents, 64x128. A parameter that is a tensor descriptor takes its extents
      from them, and rows that lie one behind the other.

      Examples:
        nereid run add.ttir --grid 4 --arg iota:512 --arg ones:512 --arg zeros:512 --arg 512
        nereid run add.ttir --grid 4 --arg n=512 --arg x=x.npy … --out z=z.npy
      """)

  @Argument(help: "A file with the kernel as TTIR text.", completion: .file(extensions: ["ttir"]))
  var file: String

  @Option(help: "How many programs run: X, X,Y or X,Y,Z.")
  var grid: GridOption

  @Option(name: .customLong("arg"), help: "An argument, or NAME=ARGUMENT; see above.")
  var arguments: [String] = []

  @Option(name: .customLong("out"), help: "Where to write a buffer: NAME=FILE.npy, NAME=FILE.")
  var outputs: [String] = []

  @Option(help: "Which function to launch; the first public one if not given.")
  var kernel: String?

  @Flag(
    name: .customLong("check"),
    help: "Report reads of bytes never written, offsets that overflow 32 bits, and races.")
  var checks = false

  @Flag(
    name: .customLong("bounds-check"), inversion: .prefixedNo,
    help: "End at an access outside of a buffer. Without, a load yields 0, a store does nothing.")
  var checksBounds = true

  @Flag(help: "Print the results as JSON.")
  var json = false

  func run() throws {
    do {
      try launch().print(asJSON: json)
    } catch let error as ExitCode {
      throw error
    } catch {
      printError(error is Diagnostic ? "\(error)" : "error: \(error)")
      throw ExitCode.failure
    }
  }

  private func launch() throws -> RunCommandReport {
    let module = try Module.parse(try SourceText(file: file))
    try module.requireWellFormed()
    let named = kernel.map { module.function(named: $0) } ?? module.kernel
    guard let target = named, let function = module.view(target, as: Function.self) else {
      throw RunError(
        kernel.map { "'\(file)' has no function @\($0)" } ?? "'\(file)' has no function")
    }
    let names =
      module.firstBlock(of: module.region(0, of: target))
      .map { module.parameters(of: $0).map { module.name(of: $0) } } ?? []
    var launch = LaunchArguments(parameters: function.type.parameters, names: names)
    try launch.read(arguments)
    for output in outputs { try launch.checkOutput(output) }

    var checks: Checks = self.checks ? [.uninitializedReads, .offsetOverflow, .races] : []
    if checksBounds { checks.insert(.bounds) }
    let interpreter = try Interpreter(module, kernel: function.name, checks: checks)
    let report = try interpreter.run(
      grid: grid.grid, arguments: launch.values, memory: &launch.memory)
    for output in outputs { try launch.write(output) }
    for finding in report.findings { printError("\(finding)") }
    let result = RunCommandReport(
      kernel: function.name, printed: report.printed,
      findings: report.findings.map { "\($0)" },
      ignoredElements: report.counters.ignoredElements, buffers: launch.summaries)
    if !report.findings.isEmpty {
      try result.print(asJSON: json)
      throw ExitCode.failure
    }
    return result
  }
}

/// A launch that cannot be made as it was asked for.
struct RunError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// What a launch left.
struct RunCommandReport: Report {
  var kernel: String
  var printed: [String]
  var findings: [String]
  var ignoredElements: Int
  var buffers: [BufferSummary]

  var text: String {
    var table = TextTable(header: ["buffer", "type", "elements", "min", "max", "mean", "first"])
    for buffer in buffers {
      table.rows.append([
        buffer.name, buffer.type, "\(buffer.count)", buffer.minimum.shown, buffer.maximum.shown,
        buffer.mean.shown, buffer.first.map(\.shown).joined(separator: " "),
      ])
    }
    let ignored =
      ignoredElements == 0 ? [] : ["ignored \(ignoredElements) elements outside of buffers"]
    return (printed + ["ran @\(kernel)"] + ignored + ["", table.text]).joined(separator: "\n")
  }
}

extension Double {
  /// The number in at most six digits.
  fileprivate var shown: String { String(format: "%.6g", self) }
}

/// The extents of a grid as they are written on the command line.
struct GridOption: ExpressibleByArgument {
  let grid: Grid

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let extents = parts.compactMap { Int($0) }
    guard extents.count == parts.count, (1...3).contains(extents.count),
      extents.allSatisfy({ $0 > 0 && $0 < 1 << 31 })
    else { return nil }
    grid = Grid(
      extents[0], extents.count > 1 ? extents[1] : 1, extents.count > 2 ? extents[2] : 1)
  }
}
