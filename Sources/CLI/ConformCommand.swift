import ArgumentParser
import Compiler
import Conformance
import Foundation
import Support
import Synchronization

/// `nereid conform`: makes recorded launches again and compares what they leave.
struct ConformCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conform",
    abstract: "Run recorded launches and compare their results.",
    discussion: """
      A case is a folder with kernel.ttir, launch.json and the bytes of the buffers before and
      after the launch. Integers, copies and conversions must agree exactly; sums and approximated
      functions of floats within a tolerance that depends on the element type and on how much is
      summed. A launch that no other can repeat, because it stores where or when it ran, is skipped.

      Examples:
        nereid conform cases --on interpreter
        nereid conform cases --pipeline tile
        nereid conform cases --on emulator --target sm_80
        nereid conform cases --on cuda
        nereid conform cases/005974cd09b9 --json
      """)

  /// What can make a launch.
  enum Executor: String, ExpressibleByArgument, CaseIterable {
    case interpreter, emulator, cuda
  }

  @Argument(help: "A folder of cases, or one case.", completion: .directory)
  var directory: String

  @Option(name: .customLong("on"), help: "What runs the kernels: interpreter, emulator or cuda.")
  var executor: Executor = .interpreter

  @Option(help: "What the emulator runs: PTX for sm_80, sm_86, sm_89 or sm_90a.")
  var target = EmulatedRunner.defaultTarget

  @Option(help: "A list of passes to run on each kernel first, such as tile.")
  var pipeline: String?

  @Flag(
    name: .customLong("bounds-check"), inversion: .prefixedNo,
    help: "Fail at an access outside of a buffer. Without, a load yields 0, a store does nothing.")
  var checksBounds = true

  @Option(name: .shortAndLong, help: "How many cases run at a time.")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Print the results as JSON.")
  var json = false

  func validate() throws {
    guard KernelSelection.targets.contains(where: { "\($0)" == target }) else {
      let known = KernelSelection.targets.map { "\($0)" }.joined(separator: ", ")
      throw ValidationError("there is no target '\(target)'; there are \(known)")
    }
    guard jobs > 0 else { throw ValidationError("--jobs is \(jobs), expected at least 1") }
    if let pipeline, Pipeline.named(pipeline) == nil {
      let known = Pipeline.all.map(\.name).joined(separator: ", ")
      throw ValidationError("there is no pipeline '\(pipeline)'; there are \(known)")
    }
  }

  func run() async throws {
    let cases: [ConformanceCase]
    do {
      cases = try ConformanceCase.all(in: directory)
    } catch {
      printError("error: \(error)")
      throw ExitCode.failure
    }
    guard !cases.isEmpty else {
      printError("error: '\(directory)' holds no cases: expected folders with a launch.json")
      throw ExitCode.failure
    }
    let isQuiet = json
    let runner = CaseRunner(
      on: try chosenExecutor(), pipeline: pipeline.flatMap { Pipeline.named($0) },
      checks: checksBounds ? .standard : .standard.subtracting(.bounds))
    let suite = ConformanceSuite(cases: cases, runner: runner)
    let results = await suite.run(jobs: jobs) { result in
      if result.outcome != .passed, !isQuiet {
        print("\(result.outcome.rawValue) \(result.id) \(result.test): \(result.reason)")
      }
    }
    let report = ConformReport(results: results)
    try report.print(asJSON: json)
    if report.failed > 0 { throw ExitCode.failure }
  }
}

extension ConformCommand {
  /// What runs the kernels.
  private func chosenExecutor() throws -> CaseRunner.Executor {
    switch executor {
    case .interpreter: return .interpreter
    case .emulator: return EmulatedRunner(target: target).map { .emulator($0) } ?? .interpreter
    case .cuda:
      do {
        return .cuda(try CUDARunner())
      } catch {
        printError("error: \(error)")
        throw ExitCode.failure
      }
    }
  }
}

/// How many recorded launches agreed.
struct ConformReport: Report {
  var passed: Int
  var failed: Int
  var skipped: Int
  var results: [CaseResult]

  init(results: [CaseResult]) {
    self.results = results
    passed = results.count { $0.outcome == .passed }
    failed = results.count { $0.outcome == .failed }
    skipped = results.count { $0.outcome == .skipped }
  }

  var text: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }
}
