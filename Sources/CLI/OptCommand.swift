import ArgumentParser
import Compiler
import Foundation
import IR
import Passes
import Support

/// `nereid opt`: reads modules, verifies them, transforms them and prints them.
struct OptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opt",
    abstract: "Read, verify, transform and print modules.",
    discussion: """
      Passes run in the order in which they are given; --pipeline runs a whole list of them first.
      Several files are worked on one after the other, and an error in one does not stop the others.

      Examples:
        nereid opt kernel.ttir
        nereid opt kernel.ttir --pass inline --pass canonicalize --print-after inline
        nereid opt kernel.ttir --pipeline tile --time-passes
        nereid opt --round-trip kernels/*.ttir

      Passes: \(PassRegistry.names.joined(separator: ", ")).
      Pipelines: \(Pipeline.all.map(\.name).joined(separator: ", ")).
      """)

  @Argument(help: "Files with modules as TTIR text.", completion: .file(extensions: ["ttir"]))
  var files: [String]

  @Flag(help: "Print each module, read it again and compare; print nothing else.")
  var roundTrip = false

  @Option(help: "A list of passes to run first.")
  var pipeline: String?

  @Option(name: .customLong("pass"), help: "A pass to run; may be given several times.")
  var passes: [String] = []

  @Option(help: "Print the module to standard error after this pass, or after all with 'all'.")
  var printAfter: [String] = []

  @Option(help: "Stop after the first run of this pass.")
  var stopAfter: String?

  @Flag(help: "Print how long each pass took to standard error.")
  var timePasses = false

  @Flag(help: "Leave locations out of the text.")
  var noLocations = false

  @Flag(help: "Print the results as JSON.")
  var json = false

  func validate() throws {
    for name in passes + printAfter.filter({ $0 != "all" }) + [stopAfter].compactMap({ $0 })
    where PassRegistry.pass(named: name) == nil {
      let known = PassRegistry.names.joined(separator: ", ")
      throw ValidationError("there is no pass '\(name)'; there are \(known)")
    }
    if let pipeline, !Pipeline.all.contains(where: { $0.name == pipeline }) {
      let known = Pipeline.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no pipeline '\(pipeline)'; there are \(known)")
    }
  }

  func run() throws {
    var results: [OptReport.File] = []
    for file in files {
      let result = transform(file)
      results.append(result)
      if json { continue }
      for message in result.errors { printError(message) }
      for text in result.printed { printError(text) }
      if timePasses { printError(result.timings(for: file)) }
      if let text = result.text { print(text, terminator: text.hasSuffix("\n") ? "" : "\n") }
    }
    if json { try OptReport(files: results).print(asJSON: true) }
    if results.contains(where: { !$0.errors.isEmpty }) { throw ExitCode.failure }
  }

  /// Reads and transforms one file.
  private func transform(_ file: String) -> OptReport.File {
    var result = OptReport.File(file: file)
    do {
      var module = try Module.parse(try SourceText(file: file))
      let broken = module.verify()
      guard broken.isEmpty else {
        result.errors = broken.map(\.description)
        return result
      }
      if roundTrip {
        try compareWithItsText(module)
      } else {
        let report = try runner.run(chosenPasses, on: &module)
        result.note(report)
        result.text = module.text(locations: !noLocations)
      }
    } catch let error as Diagnostic {
      result.errors = [error.description]
    } catch {
      result.errors = ["error: \(error)"]
    }
    return result
  }

  private var runner: PassRunner {
    let printing: PassRunner.Printing =
      printAfter.isEmpty
      ? .never
      : printAfter.contains("all") ? .afterEach : .after(Set(printAfter))
    return PassRunner(printing: printing, stopAfter: stopAfter)
  }

  private var chosenPasses: Pipeline {
    let listed = pipeline.flatMap { name in Pipeline.all.first { $0.name == name } }?.passes ?? []
    return Pipeline(
      name: "command line", listed + passes.compactMap { PassRegistry.pass(named: $0) })
  }

  /// Throws if the text of `module` does not read as the same module.
  private func compareWithItsText(_ module: borrowing Module) throws {
    let name = module.source?.name ?? "module"
    let printed = SourceText(name: "\(name) (printed)", text: module.text())
    let again = try Module.parse(printed)
    if let difference = again.firstDifference(from: module) {
      throw RunError("the text of '\(name)' reads as another module: \(difference)")
    }
  }
}

/// What became of each file.
struct OptReport: Report {
  struct File: Encodable {
    var file: String
    var errors: [String] = []
    var text: String?
    /// The module after the passes that were asked about.
    var printed: [String] = []
    var passes: [Timing] = []

    init(file: String) { self.file = file }

    mutating func note(_ report: PassReport) {
      for step in report.steps {
        passes.append(Timing(name: step.pass, milliseconds: step.duration / .milliseconds(1)))
        if let text = step.text { printed.append("// after \(step.pass)\n\(text)") }
      }
    }

    func timings(for file: String) -> String {
      var table = TextTable(header: ["pass", "milliseconds"])
      table.rows = passes.map { [$0.name, String(format: "%.3f", $0.milliseconds)] }
      let sum = passes.reduce(0) { $0 + $1.milliseconds }
      table.rows.append(["sum", String(format: "%.3f", sum)])
      return "\(file)\n" + table.text
    }
  }

  struct Timing: Encodable {
    var name: String
    var milliseconds: Double
  }

  var files: [File]
  var text: String { files.compactMap(\.text).joined(separator: "\n") }
}
