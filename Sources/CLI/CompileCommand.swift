import ArgumentParser
import Compiler
import Foundation
import IR
import PTX
import Support

/// `nereid compile`: turns kernels into PTX.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Compile kernels, without a GPU.",
    discussion: """
      Examples:
        nereid compile kernel.ttir
        nereid compile kernel.ttir --target sm_80 --warps 8 --output kernel.ptx
        nereid compile kernel.ttir --emit laid-out
        nereid compile kernels/*.ttir --time-passes --emit nothing
      """)

  /// What is printed of a compilation.
  enum Product: String, ExpressibleByArgument, CaseIterable {
    case ttir
    case laidOut = "laid-out"
    case ptx
    case nothing
  }

  @Argument(help: "Files with modules as TTIR text.", completion: .file(extensions: ["ttir"]))
  var files: [String]

  @Option(help: "The machine: sm_80, sm_86, sm_89 or sm_90a.")
  var target = "sm_90a"

  @Option(help: "How many warps run one program, a power of two.")
  var warps = 4

  @Option(help: "What to print: \(Product.allCases.map(\.rawValue).joined(separator: ", ")).")
  var emit: Product = .ptx

  @Option(name: .shortAndLong, help: "Write to this file, or folder if there are several files.")
  var output: String?

  @Flag(help: "Print how long each step took to standard error.")
  var timePasses = false

  @Flag(help: "Print the results as JSON.")
  var json = false

  /// The machines that kernels are compiled for.
  static let targets: [PTXTarget] = [.sm80, .sm86, .sm89, .sm90a]

  func validate() throws {
    guard Self.targets.contains(where: { "\($0)" == target }) else {
      let known = Self.targets.map { "\($0)" }.joined(separator: ", ")
      throw ValidationError("there is no target '\(target)'; there are \(known)")
    }
    guard (1...32).contains(warps), warps.nonzeroBitCount == 1 else {
      throw ValidationError("--warps is \(warps), expected a power of two from 1 to 32")
    }
  }

  func run() throws {
    var report = CompileReport(files: [])
    for file in files {
      let result = compile(file)
      report.files.append(result)
      if let output, let text = result.text {
        try write(text, of: file, to: output)
      } else if !json, let text = result.text {
        print(text, terminator: text.hasSuffix("\n") ? "" : "\n")
      }
      if json { continue }
      for message in result.errors { printError(message) }
      if timePasses { printError(result.timings) }
    }
    if timePasses, files.count > 1, !json { printError(report.summary) }
    if json { try report.print(asJSON: true) }
    if report.files.contains(where: { !$0.errors.isEmpty }) { throw ExitCode.failure }
  }

  private func compile(_ file: String) -> CompileReport.File {
    var result = CompileReport.File(file: file)
    do {
      let start = ContinuousClock.now
      let module = try Module.parse(try SourceText(file: file))
      try module.requireWellFormed()
      let parsed = ContinuousClock.now
      if emit == .ttir {
        result.text = module.text()
        return result
      }
      let options = CompilerOptions(
        target: PTXTarget(name: target) ?? .sm90a, warpCount: warps)
      let compilation = try KernelCompiler(options).compilation(
        of: module, runner: PassRunner(verifies: false), keepsLaidOut: emit == .laidOut)
      result.note(compilation, reading: parsed - start)
      switch emit {
      case .ptx: result.text = String(decoding: compilation.kernel.ptx, as: UTF8.self)
      case .laidOut: result.text = compilation.laidOut
      case .ttir, .nothing: break
      }
    } catch let error as Diagnostic {
      result.errors = [error.description]
    } catch {
      result.errors = ["error: \(error)"]
    }
    return result
  }

  private func write(_ text: String, of file: String, to output: String) throws {
    var path = output
    if files.count > 1 {
      let stem = URL(fileURLWithPath: file).deletingPathExtension()
      let name = stem.lastPathComponent == "kernel"
        ? stem.deletingLastPathComponent().lastPathComponent : stem.lastPathComponent
      path = "\(output)/\(name).\(emit == .ptx ? "ptx" : "ttir")"
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw RunError("cannot write '\(path)': \(error.localizedDescription)")
    }
  }
}
